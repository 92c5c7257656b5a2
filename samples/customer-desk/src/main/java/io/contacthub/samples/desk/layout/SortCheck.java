package io.contacthub.samples.desk.layout;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configuration that refuses orders of lists with a percent sign, which Spring Data would
 * decode once more and fail.
 */
@Configuration(proxyBeanMethods = false)
class SortCheck implements WebMvcConfigurer, HandlerInterceptor {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		String[] orders = Objects.requireNonNullElse(request.getParameterValues("sort"), new String[0]);
		if (Arrays.stream(orders).anyMatch((order) -> order.contains("%"))) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return false;
		}
		return true;
	}

}

package io.contacthub.samples.desk.failure;

import java.io.IOException;
import java.util.Map;

import io.contacthub.client.UnusableAnswerException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Interceptor that does not find an address with what no id can be, such as thousands of
 * letters. The library would refuse to send it, which is nobody's fault but that of who
 * wrote the address.
 */
@Component
class IdInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& !variables.values().stream().allMatch((id) -> isSendable(id.toString()))) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return false;
		}
		return true;
	}

	private static boolean isSendable(String id) {
		try {
			UnusableAnswerException.requireSendable(id);
			return true;
		}
		catch (UnusableAnswerException ex) {
			return false;
		}
	}

}

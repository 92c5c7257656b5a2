package io.contacthub.samples.desk.shop;

import java.io.IOException;

import io.contacthub.emulator.ContactHubEmulator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Interceptor that keeps the shop closed where there are real customers: it believes
 * every e-mail address, so that strangers could add customers who nobody is.
 */
@Component
@EnableConfigurationProperties(ShopProperties.class)
class ShopGate implements HandlerInterceptor, WebMvcConfigurer {

	private final boolean open;

	ShopGate(ObjectProvider<ContactHubEmulator> emulator, ShopProperties properties) {
		this.open = properties.enabled() || emulator.stream().findAny().isPresent();
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/shop", "/shop/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!this.open) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		return this.open;
	}

}

package io.contacthub.samples.desk.panel;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The time that somebody waits for a page, which all that the page asks ContactHub for
 * shares. It begins with the request.
 */
@Component
class PageTime implements HandlerInterceptor, WebMvcConfigurer {

	static final Duration PATIENCE = Duration.ofSeconds(9);

	private static final Duration LEAST = Duration.ofMillis(300);

	private static final String BEGUN = PageTime.class.getName();

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(BEGUN) == null) {
			request.setAttribute(BEGUN, System.nanoTime());
		}
		return true;
	}

	/**
	 * Return how long the present request may go on waiting, at least a moment, in which
	 * what is there already is found.
	 */
	static Duration left() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Object begun = (request != null) ? request.getAttribute(BEGUN, RequestAttributes.SCOPE_REQUEST) : null;
		if (!(begun instanceof Long nanos)) {
			return PATIENCE;
		}
		Duration left = PATIENCE.minusNanos(System.nanoTime() - nanos);
		return (left.compareTo(LEAST) > 0) ? left : LEAST;
	}

}

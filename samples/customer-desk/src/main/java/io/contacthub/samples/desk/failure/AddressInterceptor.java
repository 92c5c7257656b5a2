package io.contacthub.samples.desk.failure;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import io.contacthub.client.UnusableAnswerException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Interceptor that does not find an address with what no id can be, such as thousands of
 * letters, nor the page of errors where nothing has failed. The library would refuse to
 * send such an id, which is nobody's fault but that of who wrote the address. It also
 * refuses orders of lists that cannot be read.
 */
@Component
class AddressInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (isErrorItself(request, handler) || !hasSendableIds(request)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return false;
		}
		if (!hasReadableOrders(request)) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return false;
		}
		return true;
	}

	/**
	 * Return whether no order has a percent sign, which Spring Data would decode once
	 * more and fail.
	 */
	private static boolean hasReadableOrders(HttpServletRequest request) {
		String[] orders = request.getParameterValues("sort");
		return orders == null || Arrays.stream(orders).noneMatch((order) -> order.contains("%"));
	}

	/**
	 * Return whether somebody asks for the page that the desk shows when something has
	 * failed.
	 */
	private static boolean isErrorItself(HttpServletRequest request, Object handler) {
		return request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method
				&& ErrorController.class.isAssignableFrom(method.getBeanType());
	}

	private static boolean hasSendableIds(HttpServletRequest request) {
		return !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
				|| variables.values().stream().allMatch((id) -> isSendable(id.toString()));
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

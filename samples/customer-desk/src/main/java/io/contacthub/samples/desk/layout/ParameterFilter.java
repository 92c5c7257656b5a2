package io.contacthub.samples.desk.layout;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that refuses addresses whose parameters are no text in UTF-8, such as
 * {@code q=%ff}, before they fail wherever somebody reads them first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ParameterFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isReadable(request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.BAD_REQUEST.value());
		}
	}

	/**
	 * Return whether there are parameters in the address that can be read. Those of a
	 * body are left to who asks for it.
	 */
	private static boolean isReadable(HttpServletRequest request) {
		String type = request.getContentType();
		if (!StringUtils.hasText(request.getQueryString()) || (type != null && type.startsWith("multipart/"))) {
			return true;
		}
		try {
			request.getParameterMap();
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}

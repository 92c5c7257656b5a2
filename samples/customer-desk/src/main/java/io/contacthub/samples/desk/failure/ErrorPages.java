package io.contacthub.samples.desk.failure;

import java.util.Map;

import io.contacthub.samples.desk.security.Denial;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages for what is not there, not permitted, or failed within the desk. A script that
 * has asked for a part of a page gets a part, since a whole page would appear within the
 * page.
 */
@Component
class ErrorPages implements ErrorViewResolver {

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		String words = (request.getAttribute(Denial.WORDS) instanceof String denial) ? denial : words(status);
		boolean whole = request.getHeader("HX-Request") == null;
		return new ModelAndView(whole ? "error/page" : "error/part", Map.of("words", words), status);
	}

	private static String words(HttpStatus status) {
		return switch (status) {
			case FORBIDDEN -> "403";
			case NOT_FOUND -> "404";
			default -> status.is4xxClientError() ? "4xx" : "other";
		};
	}

}

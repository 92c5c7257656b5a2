package io.contacthub.samples.desk.failure;

import io.contacthub.samples.desk.layout.LayoutAdvice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Pages for the failures that no other page shows; what was asked for by a script gets a
 * part of a page.
 */
@ControllerAdvice
class FailureAdvice {

	private final LayoutAdvice layout;

	FailureAdvice(LayoutAdvice layout) {
		this.layout = layout;
	}

	@ExceptionHandler
	String failed(DataAccessException ex, HttpServletRequest request, HttpServletResponse response, Model model) {
		Trouble trouble = TroubleLog.note(ex);
		response.setStatus(trouble.kind().status().value());
		if (trouble.kind() == TroubleKind.RATE_LIMIT) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(trouble.seconds()));
		}
		model.addAttribute("trouble", trouble);
		if (request.getHeader("HX-Request") != null) {
			return "error/fragment";
		}
		this.layout.share(request, model);
		boolean repeatable = "GET".equals(request.getMethod());
		model.addAttribute("again", repeatable ? address(request) : null);
		return "error/contacthub";
	}

	private static String address(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

}

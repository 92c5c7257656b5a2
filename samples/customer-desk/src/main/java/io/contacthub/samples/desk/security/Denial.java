package io.contacthub.samples.desk.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answer to what somebody may not do, or not any more since the session has ended, which
 * the page says.
 */
final class Denial implements AccessDeniedHandler {

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		request.setAttribute("sessionEnded", ex instanceof CsrfException);
		response.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

}

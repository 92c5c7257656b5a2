package io.contacthub.samples.desk.security;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Answer to what somebody may not do, or not any more since the session has ended: then
 * the page says so, and what was typed into a form is kept.
 */
public final class Denial implements AccessDeniedHandler {

	/**
	 * Name of the request attribute with the part of the keys of the words that is this
	 * denial's.
	 */
	public static final String WORDS = Denial.class.getName();

	private final RequestMatcher byScript;

	private final SessionTokens tokens;

	Denial(RequestMatcher byScript, SessionTokens tokens) {
		this.byScript = byScript;
		this.tokens = tokens;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		if (ex instanceof CsrfException) {
			endOfSession(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	private void endOfSession(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
		Optional<KeptForm> form = this.byScript.matches(request) ? Optional.empty() : KeptForm.of(request);
		if (form.isPresent()) {
			this.tokens.saveFor(request, response);
			response.setStatus(HttpStatus.FORBIDDEN.value());
			Resumption.show(form.get(), "", request, response);
		}
		else if (request.getServletPath().equals("/login")) {
			response.sendRedirect(request.getContextPath() + "/login?late");
		}
		else if (request.getServletPath().equals("/logout") && !loggedIn) {
			response.sendRedirect(request.getContextPath() + "/login?logout");
		}
		else {
			request.setAttribute(WORDS, loggedIn ? "stale" : "ended");
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}

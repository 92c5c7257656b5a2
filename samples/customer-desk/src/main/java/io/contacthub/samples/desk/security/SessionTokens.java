package io.contacthub.samples.desk.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens that tell the forms of a session from those of other sites. What is sent
 * without a session is refused without making one.
 */
final class SessionTokens implements CsrfTokenRepository {

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.tokens.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (READING.contains(request.getMethod()) || request.getSession(false) != null) {
			this.tokens.saveToken(token, request, response);
		}
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.tokens.loadToken(request);
	}

	/**
	 * Make a session for the form that the answer to a request has.
	 */
	void saveFor(HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) == null
				&& request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken token) {
			request.getSession();
			this.tokens.saveToken(token.get(), request, response);
		}
	}

}

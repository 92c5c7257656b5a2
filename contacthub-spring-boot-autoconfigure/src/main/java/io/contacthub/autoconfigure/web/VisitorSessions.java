package io.contacthub.autoconfigure.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import io.contacthub.customer.SessionId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Sessions of visitors, kept in two cookies: one with the session id, and one, once the
 * session is tied, that tells whose it is.
 */
final class VisitorSessions {

	private static final String ATTRIBUTE = VisitorSessions.class.getName();

	private static final String NONE = "none";

	private static final String OWNER = "-owner";

	/**
	 * What we have set ourselves: anything else may have been made up to do harm.
	 */
	private static final Pattern UUID = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

	private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

	private final ContactHubWebProperties.Cookie cookie;

	VisitorSessions(ContactHubWebProperties.Cookie cookie) {
		this.cookie = cookie;
	}

	/**
	 * Return the session that the visitor has.
	 */
	Optional<VisitorSession> find(HttpServletRequest request) {
		Object known = request.getAttribute(ATTRIBUTE);
		if (known != null) {
			return (known instanceof VisitorSession session) ? Optional.of(session) : Optional.empty();
		}
		return Optional.ofNullable(value(request, "", UUID))
			.map((id) -> new VisitorSession(SessionId.of(id), value(request, OWNER, ANYTHING)));
	}

	/**
	 * Give the visitor a session from this request on. The browser is told what it does
	 * not know.
	 */
	void store(HttpServletRequest request, HttpServletResponse response, VisitorSession session) {
		VisitorSession known = find(request).orElse(null);
		if (known == null || !known.id().equals(session.id())) {
			write(request, response, "", session.id().value());
		}
		String owner = (known != null) ? known.owner() : value(request, OWNER, ANYTHING);
		if (!Objects.equals(owner, session.owner())) {
			write(request, response, OWNER, session.owner());
		}
		request.setAttribute(ATTRIBUTE, session);
	}

	/**
	 * Have the visitor have no session from this request on, whatever their cookies hold.
	 */
	void remove(HttpServletRequest request, HttpServletResponse response) {
		for (String suffix : List.of("", OWNER)) {
			if (value(request, suffix, ANYTHING) != null || request.getAttribute(ATTRIBUTE) != null) {
				write(request, response, suffix, null);
			}
		}
		request.setAttribute(ATTRIBUTE, NONE);
	}

	private @Nullable String value(HttpServletRequest request, String suffix, Pattern pattern) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return null;
		}
		String name = this.cookie.name() + suffix;
		for (Cookie candidate : cookies) {
			String value = candidate.getValue();
			if (candidate.getName().equals(name) && value != null && pattern.matcher(value).matches()) {
				return value;
			}
		}
		return null;
	}

	private void write(HttpServletRequest request, HttpServletResponse response, String suffix,
			@Nullable String value) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookie.create(suffix, value, request.isSecure()).toString());
	}

}

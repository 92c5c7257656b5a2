package io.contacthub.autoconfigure.web;

import java.security.Principal;
import java.util.Optional;

import io.contacthub.customer.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Argument resolver that gives controllers the session of the visitor. Where it may be
 * missing (in an {@link Optional}, or {@code @Nullable}), only one that the visitor has
 * already, and else a new one that the visitor keeps in a cookie from then on.
 */
final class SessionIdArgumentResolver implements HandlerMethodArgumentResolver {

	private final VisitorSessions sessions;

	private final SessionLogins logins;

	SessionIdArgumentResolver(VisitorSessions sessions, SessionLogins logins) {
		this.sessions = sessions;
		this.logins = logins;
	}

	static boolean isSession(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		return ((type.resolve() == Optional.class) ? type.getGeneric() : type).resolve() == SessionId.class;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return isSession(parameter);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
		Assert.state(request != null && response != null, "Sessions of visitors need a servlet request");
		Optional<SessionId> present = this.sessions.find(request).map(VisitorSession::id);
		if (parameter.getParameterType() == Optional.class) {
			return present;
		}
		if (present.isPresent() || parameter.isOptional()) {
			return present.orElse(null);
		}
		return start(request, response);
	}

	private SessionId start(HttpServletRequest request, HttpServletResponse response) {
		VisitorSession session = VisitorSession.random();
		this.sessions.store(request, response, session);
		Principal principal = request.getUserPrincipal();
		if (principal != null && request.getSession(false) != null) {
			// there was no session to be tied at the login; a client that logs in with
			// each request, and keeps no cookies, would be tied each time
			this.logins.reconcile(request, response, principal);
		}
		return this.sessions.find(request).orElse(session).id();
	}

}

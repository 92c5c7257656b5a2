package io.contacthub.autoconfigure.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Argument resolver that gives controllers no session of a visitor, where nobody has said
 * where sessions are kept. Spring's own would make one of the parameters of the request,
 * so that a link could choose the session of who follows it.
 */
final class SessionIdRefusal implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return SessionIdArgumentResolver.isSession(parameter);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		throw new IllegalStateException("A controller takes the session of the visitor: set "
				+ "contacthub.web.session.enabled=true to keep it in a cookie, or give it by an argument resolver "
				+ "of the application");
	}

}

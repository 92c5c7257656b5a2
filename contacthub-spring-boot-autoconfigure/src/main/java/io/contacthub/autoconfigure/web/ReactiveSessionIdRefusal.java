package io.contacthub.autoconfigure.web;

import io.contacthub.customer.SessionId;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Argument resolver that gives controllers of reactive applications no session of a
 * visitor, as {@link SessionIdRefusal} does in others.
 */
final class ReactiveSessionIdRefusal implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		ResolvableType type = ResolvableType.forMethodParameter(parameter);
		// Spring would make that in a Mono of the request as well
		return type.resolve() == SessionId.class || type.getGeneric().resolve() == SessionId.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
		return Mono.error(() -> new IllegalStateException("A controller takes the session of the visitor: "
				+ "reactive applications keep none in a cookie, give it by an argument resolver of the application"));
	}

}

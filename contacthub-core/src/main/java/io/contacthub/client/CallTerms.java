package io.contacthub.client;

import java.lang.reflect.Method;
import java.util.Set;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Terms of a call, which its method declares beside the request.
 *
 * @param scopes the scopes of which its token needs one, empty where none are told
 * @param confidential whether its answers hold a secret
 */
record CallTerms(Set<Scope> scopes, boolean confidential) {

	/**
	 * Terms of a call whose method declares none.
	 */
	static final CallTerms NONE = new CallTerms(Set.of(), false);

	/**
	 * Return the terms of the calls of a method.
	 */
	static CallTerms of(Method method) {
		return new CallTerms(DeclaredOperation.scopes(method),
				AnnotatedElementUtils.hasAnnotation(method, Confidential.class));
	}

}

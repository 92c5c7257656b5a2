package io.contacthub.client;

import java.lang.reflect.Method;
import java.util.Set;

/**
 * Terms of a call, which its method declares beside the request.
 *
 * @param scopes the scopes of which its token needs one, empty where none are told
 */
record CallTerms(Set<Scope> scopes) {

	/**
	 * Terms of a call whose method declares none.
	 */
	static final CallTerms NONE = new CallTerms(Set.of());

	/**
	 * Return the terms of the calls of a method.
	 */
	static CallTerms of(Method method) {
		return new CallTerms(DeclaredOperation.scopes(method));
	}

}

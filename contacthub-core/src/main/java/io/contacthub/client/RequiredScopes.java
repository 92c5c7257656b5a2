package io.contacthub.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a method of a declarative interface: with tokens of these scopes
 * ContactHub carries it out, and a 403 names them. Nothing is refused by it before a
 * request is made. Applications may use it on their own interfaces.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredScopes {

	/**
	 * Return the scopes of which a token needs one.
	 * @return the scopes
	 */
	Scope[] value();

}

package io.contacthub.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@code @Conditional} that matches unless the application has only connections with
 * names: then nobody misses the one without.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnMainConnectionCondition.class)
@interface ConditionalOnMainConnection {

	/**
	 * Return the property of the connection without a name.
	 */
	String value();

	/**
	 * Return the places of connections with names that make this one dispensable.
	 */
	String[] unless();

	/**
	 * Return the places of connections with names that need this one, whatever others
	 * there are.
	 */
	String[] neededBy() default {};

}

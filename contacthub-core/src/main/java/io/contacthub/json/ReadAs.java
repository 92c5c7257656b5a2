package io.contacthub.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation that names the record as which an interface is read. Unlike Jackson's
 * annotation it does not hold for the other records that implement the interface. For
 * this library.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadAs {

	/**
	 * Return the record.
	 * @return its class
	 */
	Class<?> value();

}

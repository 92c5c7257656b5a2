package io.contacthub.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for the type of an answer that only tells more of what its status has told:
 * that the request was accepted. One that cannot be read is taken for an empty one, since
 * the request must not be told as failed.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Receipt {

}

package io.contacthub.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotation for a method of a declarative interface whose answers hold a secret. Of one
 * that is of no use, a failure keeps no more than the status, and of an error its
 * message, its single faults and the key under which ContactHub logged it. Applications
 * may use it on their own interfaces.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Confidential {

}

package io.contacthub.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Agreement that a method whose name begins with {@code deleteBy} or {@code removeBy}
 * deletes what it finds: {@code GET /customers} for every 50 of them, and {@code DELETE}
 * for each. With a customer, its events are deleted. Without this annotation, such a
 * method is refused when the application starts, and so it is in any case when its name
 * has no condition. One that fails ends it; those before are deleted. The method returns
 * nothing or the number of those deleted.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DeletesFound {

}

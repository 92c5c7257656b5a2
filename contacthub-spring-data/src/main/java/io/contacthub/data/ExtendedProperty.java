package io.contacthub.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.repository.query.parser.Part;

/**
 * Condition on an extended property, which the name of a method cannot have since only
 * the workspace knows it. It holds beside what the name says. <pre class="code">
 * interface Customers extends ContactHubRepository&lt;Customer&gt; {
 *
 *     List&lt;Customer&gt; findByEnabledTrue(
 *             &#064;ExtendedProperty(value = "points", is = Part.Type.GREATER_THAN_EQUAL) int points);
 *
 * }</pre> The parameter stands behind those of the name. A name such as {@code findAllBy}
 * has no condition of its own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ExtendedProperty {

	/**
	 * The names of the property with dots between, without {@code extended}.
	 * @return the path
	 */
	String value();

	/**
	 * How the property and the parameter are compared; any keyword with one parameter.
	 * @return the keyword
	 */
	Part.Type is() default Part.Type.SIMPLE_PROPERTY;

}

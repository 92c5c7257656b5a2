package io.contacthub.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Query of a method in ContactHub's own words, for what the name of a method cannot say.
 * <pre class="code">
 * interface Customers extends ContactHubRepository&lt;Customer&gt; {
 *
 *     &#064;ContactHubQuery("""
 *             {"type": "atomic", "attribute": "extended.points", "operator": "GTE", "value": "?0"}""")
 *     List&lt;Customer&gt; findLoyal(int points);
 *
 * }</pre> A method that returns {@code long} counts, one that returns {@code boolean}
 * tells whether there is any; all others find, as methods without this annotation do.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface ContactHubQuery {

	/**
	 * The query as JSON: a simple or combined one, with or without the container around
	 * it, or an atomic or composite condition alone. A text that is {@code ?0},
	 * {@code ?1} … stands for the parameter of that number, {@code :name} for that of the
	 * name; its value takes the place of the whole text, as what it is, so that it cannot
	 * change the query. Dates are sent in ISO 8601.
	 * @return the JSON
	 */
	String value();

}

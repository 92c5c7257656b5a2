package io.contacthub.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Annotation for a test of that part of an application that talks to ContactHub, on an
 * emulator, see {@link AutoConfigureContactHubEmulator}. Add that annotation as well to
 * start with made-up customers. <pre class="code">
 * &#064;ContactHubTest
 * &#064;Import(Signup.class)
 * class SignupTests {
 *
 *     &#064;Test
 *     void registers(&#064;Autowired Signup signup, &#064;Autowired CustomerRepository customers) {
 *         signup.register("ada&#064;example.com");
 *         assertThat(customers.count()).isEqualTo(1);
 *     }
 *
 * }</pre>
 * <p>
 * The auto-configurations of ContactHub, of HTTP clients and of SSL bundles are applied
 * and no other. Of the application's components only those that change the client are
 * there: {@code ApiErrorTranslator}, {@code ContactHubClientCustomizer},
 * {@code ContactHubJsonMapperBuilderCustomizer}, {@code RestClientCustomizer} and
 * {@code EventPublisherListener}. Others are taken in by {@code @Import} or by
 * {@link #includeFilters()}.
 * <p>
 * There is no database: events are kept in memory, whatever the application has for
 * {@code contacthub.events.publisher.store}, unless the test sets that itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(ContactHubTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(ContactHubTypeExcludeFilter.class)
@AutoConfigureContactHubEmulator
@ImportAutoConfiguration
public @interface ContactHubTest {

	/**
	 * Return properties of the application during the test, as {@code name=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Return whether components that change the client are taken in. Without them, only
	 * those of {@link #includeFilters()} are.
	 * @return whether the default filters are used
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Return the components that are taken in beside those that change the client.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Return the components that are left out although another filter would take them in.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that are not applied.
	 * @return the auto-configurations
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}

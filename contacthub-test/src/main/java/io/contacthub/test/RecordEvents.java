package io.contacthub.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.bean.override.BeanOverride;

/**
 * Annotation for a field of type {@link EventRecorder} in a test of Spring: the recorder
 * takes the place of the {@code EventPublisher} of the application, so that nothing is
 * sent, and forgets everything before each test. <pre class="code">{@code
 * private @RecordEvents EventRecorder published;
 *
 * void publishes() {
 *     this.signup.register("ann@example.com");
 *     assertThat(this.published.events(EventType.FORM_COMPILED)).hasSize(1);
 * }
 * }</pre>
 * <p>
 * Of several publishers it replaces the one that would be injected into the field: that
 * without a name, or the one of the {@code @Qualifier} that the field has too. Where the
 * context has none, such as in a slice, the recorder is added to it. Where the one that
 * it replaces keeps its events in a database, it records what is published in a
 * transaction when that is committed, see {@link EventRecorder#inTransactions()}.
 * <p>
 * As for each bean that a test replaces, Spring starts an application context for such
 * tests, and tests that run in parallel with the same context share the recorder.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BeanOverride(EventRecorderProcessor.class)
public @interface RecordEvents {

	/**
	 * Return the name of the bean to replace, see {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * Return the name of the bean to replace. By default it is found by its type, and by
	 * the qualifier of the field.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

}

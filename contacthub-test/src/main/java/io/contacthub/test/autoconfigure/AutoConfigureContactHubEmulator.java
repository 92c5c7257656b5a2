package io.contacthub.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Annotation that runs the application of a Spring test on an emulator of its own, which
 * the test can inject as {@link io.contacthub.emulator.ContactHubEmulator}. It goes with
 * {@code @SpringBootTest}, {@code @WebMvcTest} and every other test that has an
 * application context, also where the slice knows nothing of ContactHub.
 * <p>
 * Nothing needs to be configured: whatever the {@code contacthub} properties of the
 * application say, its requests go to the emulator, on a free port. A
 * {@code ContactHubEmulator} bean of the test takes the place of the one that is started
 * here, to have unique properties or delays; the application's own {@code Workspace},
 * where it has one, must take its address from the {@code ContactHubConnectionDetails}.
 * <p>
 * Before each test method, and before what is annotated with {@code @BeforeEach}, the
 * emulator forgets all customers, events, stubs and requests, and gets its made-up
 * customers again; events that an {@code EventPublisher} still has to send are waited
 * for, at most 10 s. What {@code @BeforeAll} methods and the start of the application put
 * there is forgotten, too.
 * <p>
 * Tests that run in parallel and share an application context share its emulator. They
 * take turns, from before the {@code @BeforeEach} methods to after the {@code @AfterEach}
 * methods; tests of different contexts do not wait for each other. A test must not wait
 * for another one, and {@code @BeforeAll} and {@code @AfterAll} methods have no turn, so
 * that they had better leave the emulator alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureContactHubEmulator {

	/**
	 * Number of made-up customers, with a few events each, that every test starts with.
	 * They are always the same. A {@code @Nested} class with another number than its
	 * enclosing class has an emulator of its own.
	 * @return the number of customers
	 */
	int customers() default 0;

}

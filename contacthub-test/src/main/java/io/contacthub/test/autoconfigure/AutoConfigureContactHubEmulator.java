package io.contacthub.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.contacthub.emulator.UniquenessPolicy;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Annotation that runs the application of a Spring test on an emulator of its own, which
 * the test can inject as {@link io.contacthub.emulator.ContactHubEmulator}. It goes with
 * {@code @SpringBootTest}, {@code @WebMvcTest} and every other test that has an
 * application context, also where the slice knows nothing of ContactHub.
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;AutoConfigureContactHubEmulator(customers = 20)
 * class SignupTests {
 *
 *     &#064;Test
 *     void registers(&#064;Autowired Signup signup, &#064;Autowired CustomerRepository customers) {
 *         signup.register("ada&#064;example.com");
 *         assertThat(customers.count()).isEqualTo(21);
 *     }
 *
 * }</pre>
 * <p>
 * Nothing needs to be configured: whatever the {@code contacthub} properties of the
 * application say, its requests go to the emulator, on a free port. A
 * {@code ContactHubEmulator} bean of the test takes the place of the one that is started
 * here, to have a clock of its own, say; the application's own {@code Workspace}, where
 * it has one, must take its address from the {@code ContactHubConnectionDetails}.
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
	 * They are always the same. A {@code @Nested} class with another annotation than its
	 * enclosing class has an emulator of its own.
	 * @return the number of customers
	 */
	int customers() default 0;

	/**
	 * Return the number from which the customers are generated, people with stories of
	 * events that fit them. By default they are a small sample. This needs
	 * {@code net.datafaker:datafaker}.
	 * @return nothing for the sample, or one number
	 */
	long[] seed() default {};

	/**
	 * Return the files of customers, events and sessions, as JSON Lines, that every test
	 * starts with.
	 * @return the paths, which may begin with {@code classpath:}
	 */
	String[] data() default {};

	/**
	 * Return the id of the workspace, or of the first one. A fixed one by default.
	 * @return the id
	 */
	String workspaceId() default "";

	/**
	 * Return the id of the node, or of the first one of the first workspace. A fixed one
	 * by default.
	 * @return the id
	 */
	String nodeId() default "";

	/**
	 * Return the token that may do everything. A fixed one by default.
	 * @return the token
	 */
	String token() default "";

	/**
	 * Return the ids of further nodes of the first workspace. An application's node with
	 * a name is led to the one whose id is that name.
	 * @return the ids
	 */
	String[] nodes() default {};

	/**
	 * Return further workspaces, each as {@code workspace=node+node}. An application's
	 * workspace with a name is led to the one whose id is that name.
	 * @return the workspaces
	 */
	String[] workspaces() default {};

	/**
	 * Return further tokens, each as {@code token=rights}, where the rights are
	 * {@code admin}, {@code user}, {@code guest}, {@code trusted}, {@code untrusted},
	 * {@code platform-updates}, {@code dpo}, {@code read-only} or {@code expired},
	 * followed by {@code @} and the id of a workspace if the token is for that one only.
	 * @return the tokens
	 */
	String[] tokens() default {};

	/**
	 * Return what happens to a customer that equals another one.
	 * @return the policy
	 */
	UniquenessPolicy uniquenessPolicy() default UniquenessPolicy.BLOCK;

	/**
	 * Return the paths of the properties that make customers equal, that of the e-mail
	 * address by default.
	 * @return the paths
	 */
	String[] uniqueProperties() default {};

	/**
	 * Return whether customers must have the unique properties. By default they must once
	 * {@link #uniqueProperties()} is there.
	 * @return nothing for the default, or one value
	 */
	boolean[] requireUniqueProperties() default {};

	/**
	 * Return whether the texts of unique properties differ when only their case does.
	 * @return true if they do
	 */
	boolean caseSensitive() default true;

	/**
	 * Return the time after which lists and queries show a change of a customer, such as
	 * {@code 30s}. None by default.
	 * @return the time
	 */
	String indexDelay() default "";

	/**
	 * Return the time after which an accepted event can be read, such as {@code 30s}.
	 * None by default.
	 * @return the time
	 */
	String eventDelay() default "";

	/**
	 * Return the types of events that the workspace defines itself, with free properties.
	 * @return the types
	 */
	String[] eventTypes() default {};

	/**
	 * Return the JSON Schema files of the properties of such types, or folders of them.
	 * The name of a file is the type. This needs
	 * {@code com.networknt:json-schema-validator}.
	 * @return the paths, which may begin with {@code classpath:}
	 */
	String[] eventSchemas() default {};

	/**
	 * Return the JSON Schema file of the extended properties of customers, which are free
	 * by default. This needs {@code com.networknt:json-schema-validator}.
	 * @return the path, which may begin with {@code classpath:}
	 */
	String extendedSchema() default "";

	/**
	 * Return the time at which the emulator starts, and from which its clock moves on,
	 * such as {@code 2026-01-01T00:00:00Z}. The present time by default.
	 * @return the time
	 */
	String clock() default "";

	/**
	 * Return the time that each answer waits, such as {@code 30ms}. None by default.
	 * @return the time
	 */
	String latency() default "";

	/**
	 * Return the longest time that an answer waits in addition. None by default.
	 * @return the time
	 */
	String latencyJitter() default "";

	/**
	 * Return the share of the requests that fail with 503.
	 * @return the share, from 0 to 1
	 */
	double failureRate() default 0;

	/**
	 * Return the share of the requests that are not carried out and whose connection is
	 * closed without an answer.
	 * @return the share, from 0 to 1
	 */
	double disconnectRate() default 0;

	/**
	 * Return the share of the requests that are carried out and whose connection is
	 * closed without an answer.
	 * @return the share, from 0 to 1
	 */
	double lostAnswerRate() default 0;

	/**
	 * Return the number of requests within a second above which they are refused with
	 * 429.
	 * @return the number, 0 for no limit
	 */
	int rateLimit() default 0;

	/**
	 * Return whether changes of customers are refused with 423.
	 * @return true if they are
	 */
	boolean reindexing() default false;

	/**
	 * Return whether square brackets need no percent-encoding in the query of a request.
	 * @return true if they need none
	 */
	boolean acceptRawBrackets() default false;

	/**
	 * Return whether requests are refused where nobody knows what ContactHub does.
	 * @return true if they are
	 */
	boolean strict() default false;

	/**
	 * Return the folder of WireMock's mapping files that have priority over the emulator.
	 * None by default.
	 * @return the path, which may begin with {@code classpath:}
	 */
	String stubs() default "";

	/**
	 * Return whether the emulator is as late, as slow and as demanding as ContactHub in
	 * what is not set otherwise. A test brings lists and events up to date by
	 * {@code ContactHubEmulator.index()}.
	 * @return true if it is
	 */
	boolean realistic() default false;

}

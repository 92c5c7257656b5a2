package io.contacthub.shop;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.query.Query;
import io.contacthub.test.autoconfigure.ContactHubTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tests that run at the same time on the emulator of one cached application context.
 */
@DisplayName("Tests that run in parallel on one emulator")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParallelTests {

	private static final Set<ContactHubEmulator> EMULATORS = ConcurrentHashMap.newKeySet();

	private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

	private static volatile boolean running;

	@Test
	@DisplayName("see nothing of each other, in whatever classes and with whatever lifecycle they are")
	void takeTurns() {
		EMULATORS.clear();
		THREADS.clear();
		TestExecutionSummary summary = run(OneInstancePerMethod.class, OneInstance.class);
		assertThat(summary.getTestsSucceededCount()).as(failures(summary)).isEqualTo(24);
		assertThat(summary.getTestsFailedCount()).isZero();
		assertThat(THREADS).as("really in parallel").hasSizeGreaterThan(1);
		assertThat(EMULATORS).as("really on one emulator").hasSize(1);
	}

	@Test
	@DisplayName("get their turn after tests that fail, wherever these fail")
	void turnsEnd() {
		TestExecutionSummary summary = run(FailingTest.class, FailingBefore.class, FailingAfter.class,
				OneInstancePerMethod.class);
		assertThat(summary.getTestsFailedCount()).as(failures(summary)).isEqualTo(6);
		assertThat(summary.getTestsSucceededCount()).isEqualTo(12);
	}

	private static TestExecutionSummary run(Class<?>... testClasses) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClasses(testClasses))
			.configurationParameters(Map.of("junit.jupiter.execution.parallel.enabled", "true",
					"junit.jupiter.execution.parallel.mode.default", "concurrent",
					"junit.jupiter.execution.parallel.config.strategy", "fixed",
					"junit.jupiter.execution.parallel.config.fixed.parallelism", "4"))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		running = true;
		LauncherFactory.create().execute(request, listener);
		running = false;
		return listener.getSummary();
	}

	// keeps the tests that fail from being run on their own
	static boolean isRunning() {
		return running;
	}

	private static String failures(TestExecutionSummary summary) {
		StringWriter text = new StringWriter();
		summary.printFailuresTo(new PrintWriter(text), 3);
		return text.toString();
	}

	/**
	 * Would notice any other test on its emulator.
	 */
	@ContactHubTest
	abstract static class SensitiveTest {

		@Autowired
		private CustomerRepository customers;

		@Autowired
		private ContactHubEmulator emulator;

		@BeforeEach
		void prepare() {
			EMULATORS.add(this.emulator);
			THREADS.add(Thread.currentThread());
			add("before@example.com");
		}

		void test() {
			assertThat(this.customers.count(Query.all())).isEqualTo(1);
			add("test@example.com");
		}

		@AfterEach
		void check() {
			assertThat(this.customers.count(Query.all())).isEqualTo(2);
			this.emulator.wireMock().verifyThat(2, WireMock.postRequestedFor(WireMock.urlPathMatching(".*/customers")));
		}

		private void add(String email) {
			this.customers
				.insert(Customer.builder().base((base) -> base.contacts((contacts) -> contacts.email(email))).build());
		}

	}

	/**
	 * The usual lifecycle.
	 */
	@DisplayName("A test with an instance for each method")
	static class OneInstancePerMethod extends SensitiveTest {

		@RepeatedTest(6)
		@DisplayName("is alone on its emulator")
		void isAlone() {
			test();
		}

		/**
		 * Has the context of the class around it.
		 */
		@Nested
		@DisplayName("in a nested class")
		class Inner {

			@RepeatedTest(6)
			@DisplayName("is alone on the emulator of the class around it")
			void isAlone() {
				test();
			}

		}

	}

	/**
	 * One instance for all test methods.
	 */
	@TestInstance(Lifecycle.PER_CLASS)
	@DisplayName("A test with one instance for all methods")
	static class OneInstance extends SensitiveTest {

		@RepeatedTest(6)
		@DisplayName("is alone on its emulator")
		void isAlone() {
			test();
		}

		@RepeatedTest(6)
		@DisplayName("is alone also on that of another method")
		void isAloneWithAnotherMethod() {
			test();
		}

	}

	/**
	 * Fails in its test methods.
	 */
	@ContactHubTest
	@EnabledIf("io.contacthub.shop.ParallelTests#isRunning")
	@DisplayName("A test that fails in its methods")
	static class FailingTest {

		@RepeatedTest(2)
		@DisplayName("gives its turn back")
		void fails() {
			fail("as intended");
		}

	}

	/**
	 * Fails before its test methods.
	 */
	@ContactHubTest
	@EnabledIf("io.contacthub.shop.ParallelTests#isRunning")
	@DisplayName("A test that fails before its methods")
	static class FailingBefore {

		@BeforeEach
		void prepare() {
			fail("as intended");
		}

		@RepeatedTest(2)
		@DisplayName("gives its turn back")
		void isNotReached() {
		}

	}

	/**
	 * Fails after its test methods.
	 */
	@ContactHubTest
	@EnabledIf("io.contacthub.shop.ParallelTests#isRunning")
	@DisplayName("A test that fails after its methods")
	static class FailingAfter {

		@RepeatedTest(2)
		@DisplayName("gives its turn back")
		void succeeds() {
		}

		@AfterEach
		void tidy() {
			fail("as intended");
		}

	}

}

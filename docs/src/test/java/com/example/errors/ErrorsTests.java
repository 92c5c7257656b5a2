package com.example.errors;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.example.AbstractEmulatorTests;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.web.ContactHubProblemDetailsAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@DisplayName("The page on errors")
class ErrorsTests extends AbstractEmulatorTests {

	private static final Customer ANN = Customer
		.of(Map.of("base", Map.of("firstName", "Ann", "contacts", Map.of("email", "ann@example.com"))));

	private final CustomerRepository customers = NODE.customers();

	private final AccountCreation creation = new AccountCreation(this.customers);

	@Test
	@DisplayName("says what a failure tells")
	void tellsFailure() {
		DataAccessException refused = catchThrowableOfType(DataAccessException.class,
				() -> this.customers.insert(Customer.of(Map.of("base", Map.of("noSuchProperty", 1)))));
		assertThat(new FailureLog().say(refused))
			.startsWith("POST /customers failed: ERROR_STATUS, status 400, errors: [");
		DataAccessException database = new QueryTimeoutException("of a database");
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> new FailureLog().say(database))
			.isSameAs(database);
	}

	@Test
	@DisplayName("tells the id of the customer that exists")
	void tellsExisting() {
		String id = this.creation.create(ANN);
		assertThat(this.creation.create(ANN)).isEqualTo(id);
	}

	@Test
	@DisplayName("stores a customer whose first answer was lost once")
	void storesOnce() {
		Customer stored = this.customers.insert(ANN);
		EMULATOR.wireMock()
			.register(post(urlPathMatching(".*/customers")).inScenario("lost")
				.whenScenarioStateIs("Started")
				.willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
				.willSetStateTo("over"));
		assertThat(this.creation.store(ANN).id()).isEqualTo(stored.id());
		assertThat(this.customers.count()).isEqualTo(1);
	}

	@Test
	@DisplayName("answers with a status for each kind, and leaves the failures of others alone")
	void answers() throws Exception {
		MockMvc mvc = MockMvcBuilders.standaloneSetup(new Shop(this.customers, ANN))
			.setControllerAdvice(new FailureAdvice())
			.build();
		mvc.perform(get("/add")).andExpect(status().isOk());
		mvc.perform(get("/add")).andExpect(status().isConflict());
		mvc.perform(get("/wrong")).andExpect(status().isUnprocessableContent());
		mvc.perform(get("/4711")).andExpect(status().isNotFound());
		EMULATOR.wireMock()
			.register(post(urlPathMatching(".*/customers"))
				.willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1")));
		mvc.perform(get("/add")).andExpect(status().isServiceUnavailable());
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> mvc.perform(get("/database")))
			.havingRootCause()
			.isInstanceOf(DataAccessResourceFailureException.class);
	}

	@Test
	@DisplayName("has a page without a name while ContactHub is away, or too many wait for it")
	void falls() throws Exception {
		CountDownLatch waiting = new CountDownLatch(10);
		CountDownLatch end = new CountDownLatch(1);
		CustomerRepository slow = Mockito.mock();
		BDDMockito.given(slow.findById("slow")).willAnswer((call) -> {
			waiting.countDown();
			end.await();
			return this.customers.findById("slow");
		});
		ExecutorService threads = Executors.newFixedThreadPool(10);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(CustomerRepository.class, () -> slow);
			context.register(Resilient.class, CustomerLookup.class);
			context.refresh();
			Greeting greeting = new Greeting(context.getBean(CustomerLookup.class));
			for (int thread = 0; thread < 10; thread++) {
				threads.execute(() -> greeting.greet("slow"));
			}
			waiting.await();
			assertThat(greeting.greet("slow")).isEqualTo("Hello");
		}
		finally {
			end.countDown();
			threads.shutdown();
		}
		Customer ann = this.customers.insert(ANN);
		assertThat(new Greeting(new CustomerLookup(this.customers)).greet(ann.id())).isEqualTo("Hello Ann");
		Workspace away = Workspace.builder().id("w").token("t").baseUrl("http://127.0.0.1:1").build();
		assertThat(new Greeting(new CustomerLookup(away.node("n").customers())).greet("1")).isEqualTo("Hello");
	}

	@Test
	@DisplayName("shows the problem that the library answers with")
	void answersWithProblem() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
					HttpMessageConvertersAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
					WebMvcAutoConfiguration.class, ContactHubProblemDetailsAutoConfiguration.class))
			.withPropertyValues("contacthub.web.problem-details.enabled=true")
			.withBean(Shop.class, () -> new Shop(this.customers, ANN))
			.run((context) -> MockMvcBuilders.webAppContextSetup(context)
				.build()
				.perform(get("/wrong"))
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().json("""
						{
						  "status": 422,
						  "title": "Unprocessable Content",
						  "detail": "ContactHub has refused the document.",
						  "instance": "/wrong",
						  "reason": "ERROR_STATUS",
						  "errors": [{"path": "/base/shoe"}]
						}""", JsonCompareMode.LENIENT)));
	}

	/**
	 * A controller.
	 */
	@RestController
	static class Shop {

		private final CustomerRepository customers;

		private final Customer customer;

		Shop(CustomerRepository customers, Customer customer) {
			this.customers = customers;
			this.customer = customer;
		}

		@GetMapping("/add")
		String add() {
			return String.valueOf(this.customers.insert(this.customer).id());
		}

		@GetMapping("/wrong")
		String wrong() {
			return String.valueOf(this.customers.insert(Customer.of(Map.of("base", Map.of("shoe", 1)))).id());
		}

		@GetMapping("/{id}")
		String get(@PathVariable String id) {
			return String.valueOf(this.customers.getById(id).externalId());
		}

		@GetMapping("/database")
		String database() {
			throw new DataAccessResourceFailureException("of a database");
		}

	}

	/**
	 * Configuration that limits threads.
	 */
	@EnableResilientMethods
	static class Resilient {

	}

}

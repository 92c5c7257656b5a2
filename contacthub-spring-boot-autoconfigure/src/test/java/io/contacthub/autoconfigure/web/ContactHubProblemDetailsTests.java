package io.contacthub.autoconfigure.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.ResponseStatusException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for problem details, with what ContactHub answers and what the application
 * answers then.
 */
@DisplayName("A failure of ContactHub is answered")
class ContactHubProblemDetailsTests {

	private static final String ERROR = """
			{"message":"ann@example.com is no s3cret","logref":"log-1","data":{"customer":{"id":"c-17"}},
			"errors":[{"message":"ann@example.com is wrong","path":"/base/contacts/email","code":17,"data":"ann@example.com"},
			{"message":"only a message","path":null,"data":null,"code":"ann@example.com"},
			{"message":"no place","path":"ann@example.com","code":393331234567}]}""";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true))
		.build();

	@RegisterExtension
	final LogExtension log = new LogExtension();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
				HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
				ContactHubAutoConfiguration.class, ContactHubProblemDetailsAutoConfiguration.class))
		.withUserConfiguration(Controller.class)
		.withPropertyValues(properties());

	private static String[] properties() {
		return new String[] { "contacthub.web.problem-details.enabled=true", "contacthub.workspace-id=w1",
				"contacthub.token=s3cret", "contacthub.node-id=n1", "contacthub.base-url=" + server.baseUrl(),
				"contacthub.retry.enabled=false" };
	}

	@ParameterizedTest
	@CsvSource({ "400, 422", "401, 502", "402, 502", "403, 502", "404, 404", "405, 502", "408, 503", "409, 409",
			"410, 404", "413, 422", "414, 502", "422, 422", "423, 503", "429, 503", "302, 502", "500, 502", "502, 503",
			"503, 503", "504, 504", "599, 502" })
	@DisplayName("with the status that it has for the caller, and without ids, the token and personal values")
	void byStatus(int status, int expected) {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, status)));
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, "/customer");
			assertThat(response.getStatus()).isEqualTo(expected);
			assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			assertThat(response.getContentAsString()).doesNotContain("ann@", "s3cret", "c-17", "n1");
			Map<?, ?> problem = JsonMapper.shared().readValue(response.getContentAsString(), Map.class);
			assertThat(problem.get("status")).isEqualTo(expected);
			assertThat(problem.get("title")).isEqualTo(HttpStatus.valueOf(expected).getReasonPhrase());
			assertThat(problem.get("detail")).asString().startsWith("ContactHub");
			assertThat(problem.get("reason")).isEqualTo("ERROR_STATUS");
			assertThat(problem.get("logref")).isEqualTo("log-1");
			assertThat(problem.get("errors"))
				.isEqualTo((expected < 500) ? List.of(Map.of("path", "/base/contacts/email", "code", 17)) : null);
		});
	}

	@Test
	@DisplayName("with the time that ContactHub asks to wait")
	void hasRetryAfter() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 429).withHeader("Retry-After", "7")));
		this.runner.run((context) -> assertThat(perform(context, "/customer").getHeader("Retry-After")).isEqualTo("7"));
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 429)));
		this.runner.run((context) -> assertThat(perform(context, "/customer").containsHeader("Retry-After")).isFalse());
	}

	@Test
	@DisplayName("with 502 when somebody else says that there is nothing")
	void byStrangers() {
		server.stubFor(any(anyUrl()).willReturn(status(404).withBody("<h1>ann@example.com</h1>")));
		this.runner.run((context) -> {
			MockHttpServletResponse response = perform(context, "/customer");
			assertThat(response.getStatus()).isEqualTo(502);
			assertThat(response.getContentAsString()).doesNotContain("ann@", "logref", "errors");
		});
	}

	@Test
	@DisplayName("with 504 when there is no answer in time, 503 without a connection, and 502 for one that is none")
	void withoutAnswer() {
		server.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(2000)));
		this.runner.withPropertyValues("contacthub.http.read-timeout=300ms")
			.run((context) -> assertProblem(perform(context, "/customer"), 504, "TIMED_OUT"));
		this.runner.run((context) -> {
			server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
			assertProblem(perform(context, "/customer"), 503, "CONNECTION_LOST");
			server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("ann@example.com")));
			assertProblem(perform(context, "/customer"), 502, "UNREADABLE_ANSWER");
		});
		this.runner.withPropertyValues("contacthub.base-url=http://localhost:1")
			.run((context) -> assertProblem(perform(context, "/customer"), 503, "NOT_CONNECTED"));
	}

	private static void assertProblem(MockHttpServletResponse response, int status, String reason) throws Exception {
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(response.getContentAsString()).contains("\"reason\":\"" + reason + "\"").doesNotContain("ann@");
	}

	@Test
	@DisplayName("and logged without personal values when the caller cannot help it")
	void isLogged() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 401)));
		this.runner.run((context) -> perform(context, "/customer"));
		assertThat(this.log.text())
			.contains("WARN Answering with status 502: GET /customers/{id} failed: ERROR_STATUS, status 401,"
					+ " errors: [code 17 at /base/contacts/email, somewhere, somewhere], logref: log-1");
		assertThat(this.log.text()).doesNotContain("ann@", "c-17");
	}

	@Test
	@DisplayName("also when it is the cause of another exception")
	void asCause() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 404)));
		this.runner.run((context) -> assertProblem(perform(context, "/wrapped"), 404, "ERROR_STATUS"));
	}

	@Test
	@DisplayName("as the application says, when it does")
	void byApplication() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 404)));
		this.runner.withUserConfiguration(Advice.class).run((context) -> {
			MockHttpServletResponse response = perform(context, "/customer");
			assertThat(response.getStatus()).isEqualTo(423);
			assertThat(response.getContentAsString()).isEmpty();
		});
		this.runner.run((context) -> {
			assertThat(perform(context, "/chosen").getStatus()).isEqualTo(451);
			assertThat(perform(context, "/annotated").getStatus()).isEqualTo(410);
		});
	}

	@Test
	@DisplayName("and what fails otherwise is left alone")
	void othersAreLeftAlone() {
		this.runner.run((context) -> {
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> perform(context, "/database"))
				.withCauseInstanceOf(DuplicateKeyException.class);
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> perform(context, "/argument"))
				.withCauseInstanceOf(IllegalArgumentException.class);
		});
		assertThat(this.log.text()).isEmpty();
	}

	@Test
	@DisplayName("by nobody when that is not asked for")
	void isOptIn() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 404)));
		this.runner.withPropertyValues("contacthub.web.problem-details.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(ContactHubProblemDetails.class);
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> perform(context, "/customer"))
				.withCauseInstanceOf(DataAccessException.class);
		});
	}

	@Test
	@DisplayName("in reactive applications, too")
	void isReactive() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse(ERROR, 409)));
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class,
					ContactHubProblemDetailsAutoConfiguration.class))
			.withUserConfiguration(Reactive.class, Controller.class)
			.withPropertyValues(properties())
			.run((context) -> {
				WebTestClient client = WebTestClient.bindToApplicationContext(context.getSourceApplicationContext())
					.build();
				client.get()
					.uri("/customer")
					.exchange()
					.expectStatus()
					.isEqualTo(409)
					.expectHeader()
					.contentType(MediaType.APPLICATION_PROBLEM_JSON)
					.expectBody()
					.jsonPath("$.logref")
					.isEqualTo("log-1");
				client.get().uri("/chosen").exchange().expectStatus().isEqualTo(451);
				client.get().uri("/database").exchange().expectStatus().isEqualTo(500);
			});
	}

	private static MockHttpServletResponse perform(AssertableWebApplicationContext context, String path)
			throws Exception {
		return MockMvcBuilders.webAppContextSetup(context)
			.build()
			.perform(MockMvcRequestBuilders.get(path))
			.andReturn()
			.getResponse();
	}

	@RestController
	static class Controller {

		private final CustomerRepository customers;

		Controller(CustomerRepository customers) {
			this.customers = customers;
		}

		@GetMapping("/customer")
		Map<String, ?> customer() {
			Customer customer = this.customers.getById("c-17");
			return Map.of("name", String.valueOf(customer.base().firstName()));
		}

		@GetMapping("/wrapped")
		Map<String, ?> wrapped() {
			try {
				return customer();
			}
			catch (DataAccessException ex) {
				throw new IllegalStateException("wrapped", new CompletionException(ex));
			}
		}

		@GetMapping("/chosen")
		Map<String, ?> chosen() {
			try {
				return customer();
			}
			catch (DataAccessException ex) {
				throw new ResponseStatusException(HttpStatus.UNAVAILABLE_FOR_LEGAL_REASONS, "chosen", ex);
			}
		}

		@GetMapping("/annotated")
		Map<String, ?> annotated() {
			try {
				return customer();
			}
			catch (DataAccessException ex) {
				throw new GoneException(ex);
			}
		}

		@GetMapping("/database")
		Map<String, ?> database() {
			throw new DuplicateKeyException("of a database");
		}

		@GetMapping("/argument")
		Map<String, ?> argument() {
			return Map.of("customer", this.customers.getById(" "));
		}

	}

	@ControllerAdvice
	static class Advice {

		@ExceptionHandler(RuntimeException.class)
		@ResponseStatus(HttpStatus.LOCKED)
		void handle() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFlux
	static class Reactive {

	}

	@ResponseStatus(HttpStatus.GONE)
	static class GoneException extends RuntimeException {

		GoneException(Throwable cause) {
			super(cause);
		}

	}

}

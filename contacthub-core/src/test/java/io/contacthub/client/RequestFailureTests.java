package io.contacthub.client;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.unit.DataSize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RequestFailure}, and for what is made of it.
 */
@DisplayName("The transport, when a request fails,")
class RequestFailureTests extends WireMockTests {

	private static final String CUSTOMER = WORKSPACE + "/customers/c1";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("gives up on an answer that does not come, and says so")
	void timesOut() {
		server.stubFor(get(CUSTOMER).willReturn(okJson("{}").withFixedDelay(2000)));
		JdkClientHttpRequestFactory quick = new JdkClientHttpRequestFactory();
		quick.setReadTimeout(Duration.ofMillis(100));
		CustomerRepository impatient = workspace()
			.client((client) -> client.requestFactory(quick).retry(RetrySettings.none()))
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> impatient.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed: no answer in time")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError()).isNull());
	}

	@Test
	@DisplayName("says after how many attempts the network failed")
	void countsAttempts() throws IOException {
		int closedPort;
		try (ServerSocket socket = new ServerSocket(0)) {
			closedPort = socket.getLocalPort();
		}
		CustomerRepository unreachable = workspace().baseUrl("http://localhost:" + closedPort)
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> unreachable.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed after 3 attempts: ContactHub could not be reached; "
					+ "the base URL is http://localhost:" + closedPort)
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(3));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> unreachable.insert(Customer.builder().externalId("x").build()))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(3));
	}

	@Test
	@DisplayName("keeps status and beginning of an answer that cannot be read, and out of its message what it held")
	void keepsUnreadableAnswers() {
		answer(get(CUSTOMER), "{\"id\":\"c1\",\"extra\":\"ann@example.com" + "x".repeat(5000));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.findById("c1"))
			.withMessage("GET /customers/{id} failed: the answer could not be read")
			.satisfies((ex) -> {
				ContactHubFailure failure = (ContactHubFailure) ex;
				assertThat(failure.apiError().status()).isEqualTo(200);
				assertThat(failure.apiError().body()).startsWith("{\"id\":\"c1\"").hasSize(503);
				assertThat(failure.reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
				assertThat(failure.attempts()).isEqualTo(1);
			});
	}

	@Test
	@DisplayName("does not read more than allowed")
	void limitsSize() {
		CustomerRepository bounded = workspace().client((client) -> client.maxResponseSize(DataSize.ofBytes(1000)))
			.build()
			.node("n1")
			.customers();
		String document = "{\"id\":\"c1\",\"extra\":\"%s\"}";
		answer(get(CUSTOMER), document.formatted("x".repeat(1000 - document.length() + 2)));
		assertThat(bounded.findById("c1")).isPresent();
		answer(get(CUSTOMER), document.formatted("x".repeat(1000 - document.length() + 3)));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> bounded.findById("c1"))
			.withMessage("GET /customers/{id} failed: the answer is longer than 1000 bytes: if that is right, "
					+ "raise maxResponseSize");
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
	}

	@Test
	@Timeout(10)
	@DisplayName("ends a call when its time is over, though the answer goes on")
	void limitsTime() {
		server.stubFor(get(CUSTOMER).willReturn(
				okJson("{\"id\":\"c1\",\"extra\":\"" + "x".repeat(1000) + "\"}").withChunkedDribbleDelay(100, 20_000)));
		CustomerRepository impatient = impatient();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> impatient.findById("c1"))
			.withMessage("GET /customers/{id} failed: no answer in time");
	}

	private CustomerRepository impatient() {
		return workspace().client((client) -> client.callTimeout(Duration.ofMillis(500)))
			.build()
			.node("n1")
			.customers();
	}

	@Test
	@Timeout(8)
	@DisplayName("ends a call when its time is over, though no answer has begun")
	void limitsTimeBeforeAnswer() {
		server.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"c1\"}").withFixedDelay(9_000)));
		CustomerRepository impatient = impatient();
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> impatient.findById("c1"))
			.withMessage("GET /customers/{id} failed: no answer in time");
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> impatient.insert(Customer.builder().externalId("x").build()))
			.withMessage("POST /customers failed: no answer in time; whether it was carried out is unknown");
	}

	@Test
	@DisplayName("keeps the first 64 KB of each text of an error and no more")
	void limitsErrors() {
		String document = "{\"message\":\"m\",\"data\":\"%s\"}";
		String most = "x".repeat(64 * 1024);
		server.stubFor(get(CUSTOMER).willReturn(status(400).withBody(document.formatted(most))));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"))
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).apiError().data()).isEqualTo(most));
		server.stubFor(get(CUSTOMER).willReturn(status(400).withBody(document.formatted(most + "xxxx"))));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"))
			.satisfies((ex) -> {
				assertThat(((ContactHubFailure) ex).apiError().message()).isEqualTo("m");
				assertThat(((ContactHubFailure) ex).apiError().data()).isEqualTo(most + "...");
			});
	}

	@Test
	@DisplayName("logs what becomes of each attempt")
	void logsAttempts() {
		Logger logger = (Logger) LoggerFactory.getLogger(RequestRetrier.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		logger.setLevel(Level.DEBUG);
		try {
			server.stubFor(any(anyUrl()).willReturn(status(503)));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.findById("c1"));
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("e1").build()));
			server.stubFor(get(CUSTOMER).inScenario("s").willReturn(status(502)).willSetStateTo("well"));
			server.stubFor(
					get(CUSTOMER).inScenario("s").whenScenarioStateIs("well").willReturn(okJson("{\"id\":\"c1\"}")));
			assertThat(this.customers.findById("c1")).isPresent();
			CustomerRepository interrupted = workspace()
				.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
					Thread.currentThread().interrupt();
					return new MockClientHttpResponse(new byte[0], HttpStatus.SERVICE_UNAVAILABLE);
				})))
				.build()
				.node("n1")
				.customers();
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> interrupted.findById("c1"));
			assertThat(Thread.interrupted()).isTrue();
		}
		finally {
			logger.detachAppender(log);
			logger.setLevel(null);
		}
		assertThat(log.list.stream().map((event) -> event.getFormattedMessage().replaceAll("\\d+ ms", "n ms")))
			.startsWith("GET /customers/{id} failed at attempt 1 (status 503): repeating it in n ms",
					"GET /customers/{id} failed at attempt 2 (status 503): repeating it in n ms",
					"GET /customers/{id} failed at attempt 3 (status 503): there are no attempts left",
					"POST /customers failed at attempt 1 (status 503): it is not to be repeated",
					"GET /customers/{id} failed at attempt 1 (status 502): repeating it in n ms",
					"GET /customers/{id} succeeded at attempt 2")
			.last(InstanceOfAssertFactories.STRING)
			.isEqualTo("GET /customers/{id} failed at attempt 1 (status 503): "
					+ "it is not repeated, since the thread is interrupted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>" })
	@DisplayName("counts all attempts of a call whose last answer cannot be read")
	void countsAttemptsOfUnreadableAnswers(String answer) {
		server.stubFor(get(CUSTOMER).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(503))
			.willSetStateTo("up"));
		server.stubFor(get(CUSTOMER).inScenario("s").whenScenarioStateIs("up").willReturn(okJson(answer)));
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> this.customers.findById("c1"))
			.withMessageStartingWith("GET /customers/{id} failed after 2 attempts: the answer ")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).attempts()).isEqualTo(2));
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 423, 429, 502, 503, 504 })
	@DisplayName("repeats a GET after a temporary failure")
	void repeatsGet(int status) {
		server.stubFor(get(CUSTOMER).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(status))
			.willSetStateTo("up"));
		server.stubFor(get(CUSTOMER).inScenario("s").whenScenarioStateIs("up").willReturn(okJson("{\"id\":\"c1\"}")));
		assertThat(this.customers.findById("c1")).isPresent();
		verify(2, getRequestedFor(urlEqualTo(CUSTOMER)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 409, 500, 501 })
	@DisplayName("does not repeat what would fail again")
	void doesNotRepeatErrors(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.getById("c1"));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	@DisplayName("never repeats a POST that may have been carried out")
	void doesNotRepeatPost(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()));
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("never repeats a POST whose answer was cut off")
	void doesNotRepeatBrokenPost() {
		for (Fault fault : List.of(Fault.EMPTY_RESPONSE, Fault.CONNECTION_RESET_BY_PEER)) {
			server.resetAll();
			server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
			assertThatExceptionOfType(TransientDataAccessException.class)
				.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()));
			verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 423, 429, 503 })
	@DisplayName("repeats a POST that was certainly not carried out")
	void repeatsRefusedPost(int status) {
		server.stubFor(any(anyUrl()).willReturn(status(status).withHeader("Retry-After", "0")));
		assertThatExceptionOfType(TransientDataAccessException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().externalId("x").build()))
			.withMessageContaining("failed after 3 attempts");
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("says that a translator gave no exception")
	void refusesEmptyTranslation() {
		server.stubFor(get(CUSTOMER).willReturn(status(500)));
		CustomerRepository untranslated = workspace().client((client) -> client.errorTranslator((operation) -> null))
			.build()
			.node("n1")
			.customers();
		assertThatIllegalStateException().isThrownBy(() -> untranslated.findById("c1"))
			.withMessageContaining("gave no exception")
			.withMessageEndingWith("GET /customers/{id} failed: status 500");
	}

}

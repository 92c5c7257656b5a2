package io.contacthub.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.net.ssl.SSLPeerUnverifiedException;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for interceptors and status handlers of the application.
 */
@DisplayName("The transport with interceptors of the application")
class InterceptorTests extends WireMockTests {

	private static final String CUSTOMER = WORKSPACE + "/customers/c1";

	@Test
	@DisplayName("sends bodies with their length, and shows the token to no interceptor of the application")
	void showsTokenToNobody() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		List<String> seen = new ArrayList<>();
		Workspace workspace = workspace().client((client) -> client
			.restClient((restClient) -> restClient.requestInterceptor((request, body, execution) -> {
				seen.add(request.getHeaders().toString());
				ClientHttpResponse response = execution.execute(request, body);
				seen.add(request.getHeaders().toString());
				return response;
			}))).build();
		workspace.node("n1").customers().insert(Customer.builder().extra("é").build());
		verify(1,
				anyRequestedFor(anyUrl()).withHeader("Content-Length", equalTo("28"))
					.withoutHeader("Transfer-Encoding")
					.withHeader("Authorization", equalTo("Bearer t0ken")));
		assertThat(seen).hasSize(2).noneMatch((headers) -> headers.contains("t0ken"));
	}

	@Test
	@DisplayName("lets through what an interceptor or the source of the token throws")
	void passesOnOtherExceptions() {
		UnsupportedOperationException thrown = new UnsupportedOperationException("no");
		CustomerRepository intercepted = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				throw thrown;
			})))
			.build()
			.node("n1")
			.customers();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> intercepted.findById("c1"))
			.isSameAs(thrown);
		CustomerRepository tokenless = workspace().client((client) -> client.token(() -> {
			throw thrown;
		})).build().node("n1").customers();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tokenless.findById("c1"))
			.isSameAs(thrown);
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("does not repeat a POST that was sent, whatever an interceptor fails with afterwards")
	void doesNotRepeatForInterceptors() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		List<IOException> failures = List.of(new ConnectException("no audit"), new UnknownHostException("no audit"),
				new SSLPeerUnverifiedException("no audit"), new IOException("no audit"));
		for (IOException failure : failures) {
			server.resetRequests();
			CustomerRepository audited = workspace()
				.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
					execution.execute(request, body);
					throw failure;
				})))
				.build()
				.node("n1")
				.customers();
			assertThatExceptionOfType(TransientDataAccessException.class)
				.isThrownBy(() -> audited.insert(Customer.builder().externalId("e1").build()))
				.isInstanceOfSatisfying(ContactHubFailure.class, (thrown) -> {
					assertThat(thrown.attempts()).isEqualTo(1);
					assertThat(thrown.reason()).isEqualTo(FailureReason.CONNECTION_LOST);
				})
				.withCause(failure);
			verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@Test
	@DisplayName("repeats a POST for an interceptor that has not let it through")
	void repeatsForInterceptors() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		AtomicInteger calls = new AtomicInteger();
		CustomerRepository guarded = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				if (calls.incrementAndGet() < 3) {
					throw new ConnectException("no gate");
				}
				return execution.execute(request, body);
			})))
			.build()
			.node("n1")
			.customers();
		assertThat(guarded.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("repeats a POST whose second attempt was not sent, though its first one was")
	void forgetsWhatTheAttemptBeforeSent() {
		server.stubFor(any(anyUrl()).inScenario("s")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(status(503).withHeader("Retry-After", "0"))
			.willSetStateTo("up"));
		server.stubFor(any(anyUrl()).inScenario("s").whenScenarioStateIs("up").willReturn(okJson("{\"id\":\"c1\"}")));
		AtomicInteger calls = new AtomicInteger();
		CustomerRepository guarded = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				if (calls.incrementAndGet() == 2) {
					throw new ConnectException("no gate");
				}
				return execution.execute(request, body);
			})))
			.build()
			.node("n1")
			.customers();
		assertThat(guarded.insert(Customer.builder().externalId("e1").build()).id()).isEqualTo("c1");
		assertThat(calls).hasValue(3);
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("lets an interceptor answer in place of ContactHub")
	void acceptsAnswersOfInterceptors() {
		CustomerRepository cached = workspace().client((client) -> client
			.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> new MockClientHttpResponse(
					(request.getURI().getPath().endsWith("c1") ? "{\"id\":\"c1\"}" : "<html>")
						.getBytes(StandardCharsets.UTF_8),
					HttpStatus.OK))))
			.build()
			.node("n1")
			.customers();
		assertThat(cached.findById("c1")).isPresent();
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> cached.findById("c2"));
	}

	@Test
	@DisplayName("knows an error whatever the handlers of the application make of it")
	void knowsErrorsByStatus() {
		List<Consumer<RestClient.Builder>> customizers = List
			.of((rest) -> rest.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				throw new UnsupportedOperationException("of the application");
			}), (rest) -> rest.defaultStatusHandler(HttpStatusCode::isError,
					(request, response) -> StreamUtils.drain(response.getBody())));
		for (Consumer<RestClient.Builder> customizer : customizers) {
			server.resetRequests();
			server.stubFor(any(anyUrl()).willReturn(notFound()));
			server.stubFor(get(CUSTOMER).willReturn(status(503).withBody("{\"message\":\"later\"}")));
			CustomerRepository handled = workspace().client((client) -> client.restClient(customizer))
				.build()
				.node("n1")
				.customers();
			assertThat(handled.findById("c2")).isEmpty();
			assertThatExceptionOfType(TransientDataAccessException.class).isThrownBy(() -> handled.findById("c1"))
				.withMessage("GET /customers/{id} failed after 3 attempts: status 503, message: later");
			verify(3, getRequestedFor(urlEqualTo(CUSTOMER)));
		}
	}

}

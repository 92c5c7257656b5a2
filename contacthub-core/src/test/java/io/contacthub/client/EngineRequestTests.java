package io.contacthub.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.contacthub.customer.CustomerRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a request of the engine gets.
 */
@DisplayName("A request of the engine")
class EngineRequestTests {

	private final List<HttpHeaders> sent = new ArrayList<>();

	private final ClientHttpRequestFactory engine = (uri, method) -> {
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		request.getHeaders().add("X-Prepared", "a");
		request
			.setResponse(new MockClientHttpResponse("{\"id\":\"c1\"}".getBytes(StandardCharsets.UTF_8), HttpStatus.OK));
		this.sent.add(request.getHeaders());
		return request;
	};

	private CustomerRepository customers(ClientHttpRequestFactory engine, Consumer<ContactHubClient.Builder> settings) {
		ContactHubClient.Builder client = ContactHubClient.builder()
			.workspaceId("w1")
			.token("t0ken")
			.requestFactory(engine);
		settings.accept(client);
		return CustomerRepository.create(client.build(), "n1");
	}

	@Test
	@DisplayName("keeps the headers that the engine has prepared, beside those of the application")
	void keepsPreparedHeaders() {
		customers(this.engine, (client) -> client.restClient((rest) -> rest.defaultHeader("X-Prepared", "b")))
			.getById("c1");
		assertThat(this.sent).singleElement()
			.satisfies((headers) -> assertThat(headers.get("X-Prepared")).containsExactly("a", "b"))
			.satisfies((headers) -> assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer t0ken"));
	}

	@Test
	@DisplayName("has the tracing id that the application has set, whatever that of the trace is")
	void keepsTracingId() {
		customers(this.engine, (client) -> client.tracing("X-Trace", () -> "not\nsendable")
			.restClient((rest) -> rest.defaultHeader("X-Trace", "own"))).getById("c1");
		assertThat(this.sent).singleElement()
			.satisfies((headers) -> assertThat(headers.get("X-Trace")).containsExactly("own"));
	}

	@Test
	@DisplayName("that cannot be made is told as any other failure of the engine")
	void tellsFailures() {
		IllegalStateException cause = new IllegalStateException("no headers");
		CustomerRepository customers = customers((uri, method) -> new MockClientHttpRequest(method, uri) {

			@Override
			public HttpHeaders getHeaders() {
				throw cause;
			}

		}, (client) -> {
		});
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> customers.getById("c1"));
	}

}

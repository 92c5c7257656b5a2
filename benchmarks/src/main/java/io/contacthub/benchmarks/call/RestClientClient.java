package io.contacthub.benchmarks.call;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.json.PlainCustomer;
import io.contacthub.benchmarks.json.PlainEvent;
import io.contacthub.benchmarks.json.PlainJson;
import io.contacthub.benchmarks.json.PlainPage;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * What a good developer writes with Spring's {@link RestClient} and records.
 */
final class RestClientClient implements CallContender {

	private static final HttpClientSettings SETTINGS = HttpClientSettings.defaults()
		.withConnectTimeout(Duration.ofSeconds(2))
		.withReadTimeout(Duration.ofSeconds(10));

	private final ClientHttpRequestFactory engine;

	private final RestClient client;

	private RestClientClient(String baseUrl, ClientHttpRequestFactory engine) {
		this.engine = engine;
		this.client = RestClient.builder()
			.requestFactory(engine)
			.baseUrl(baseUrl + "/workspaces/" + Documents.WORKSPACE_ID)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer token")
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.configureMessageConverters((converters) -> converters.registerDefaults()
				.withJsonConverter(new JacksonJsonHttpMessageConverter(PlainJson.MAPPER)))
			.build();
	}

	/**
	 * Create on the engine that the library has too, with as many connections.
	 */
	static RestClientClient onApache(String baseUrl) {
		return new RestClientClient(baseUrl,
				ClientHttpRequestFactoryBuilder.httpComponents()
					.withConnectionManagerCustomizer((manager) -> manager.setMaxConnPerRoute(ApacheClient.CONNECTIONS)
						.setMaxConnTotal(ApacheClient.CONNECTIONS))
					.build(SETTINGS));
	}

	/**
	 * Create on the client of the JDK, as Spring Boot does where there is no other.
	 */
	static RestClientClient onJdk(String baseUrl) {
		return new RestClientClient(baseUrl, ClientHttpRequestFactoryBuilder.jdk().build(SETTINGS));
	}

	@Override
	public Object customer(String id) {
		return present(this.client.get().uri("/customers/{id}", id).retrieve().body(PlainCustomer.class));
	}

	@Override
	public Object page() {
		return present(this.client.get()
			.uri("/customers?nodeId={node}&page={page}&size={size}", Documents.NODE_ID, 0, Documents.PAGE_SIZE)
			.retrieve()
			.body(PlainPage.class));
	}

	@Override
	public Object addEvent(String customerId) {
		return present(this.client.post()
			.uri("/events")
			.contentType(MediaType.APPLICATION_JSON)
			.body(PlainEvent.viewedProduct(customerId))
			.retrieve()
			.body(Accepted.class));
	}

	private static <T> T present(@Nullable T body) {
		return Objects.requireNonNull(body, "The answer has no body");
	}

	@Override
	public void close() throws IOException {
		if (this.engine instanceof DisposableBean closeable) {
			try {
				closeable.destroy();
			}
			catch (Exception ex) {
				throw new IOException("The engine does not close", ex);
			}
		}
	}

}

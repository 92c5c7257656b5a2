package com.example.plain;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.client.Delivery;
import io.contacthub.client.HttpEngine;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.RetrySettings;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisherListener;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Workspaces that are made without Spring Boot.
 */
final class PlainWorkspaces {

	private PlainWorkspaces() {
	}

	static Workspace plain(String id, String token) {
		// tag::builder[]
		// no request
		Workspace workspace = Workspace.builder().id(id).token(token).build();
		// end::builder[]
		return workspace;
	}

	static Workspace settings(Path file) {
		// tag::settings[]
		Workspace workspace = Workspace.builder()
			.iniFile(file)
			.client((client) -> client.callTimeout(Duration.ofSeconds(10))
				.maxRequestsPerSecond(20)
				.retry(RetrySettings.none()))
			.build();
		// end::settings[]
		return workspace;
	}

	static Workspace tested(String id, String token, String address) {
		// tag::tested[]
		Workspace workspace = Workspace.builder()
			.id(id)
			.token(token)
			.baseUrl(address)
			.client((client) -> client.allowInsecureBaseUrl(true)
				.retry(RetrySettings.defaults().withInitialInterval(Duration.ofMillis(1))))
			.build();
		// end::tested[]
		return workspace;
	}

	static EventPublisher publisher(Node node, EventPublisherListener listener) {
		// tag::publisher[]
		EventPublisher.Settings settings = EventPublisher.Settings.defaults()
			.withCapacity(50_000)
			.withDelivery(Delivery.AT_LEAST_ONCE)
			.withRetry(PauseSettings.defaults().withMaxInterval(Duration.ofSeconds(30)));
		EventPublisher publisher = EventPublisher.create(node.events(), settings, listener);
		// end::publisher[]
		return publisher;
	}

	static Workspace rotating(String id, String address, Supplier<String> vault) {
		// tag::rotating[]
		// the vault is asked at every request, so keep it quick
		Workspace workspace = Workspace.builder()
			.id(id)
			.baseUrl(address)
			.client((client) -> client.token(vault))
			.build();
		// end::rotating[]
		return workspace;
	}

	static Workspace timeouts(Path file) {
		// tag::jdk[]
		JdkClientHttpRequestFactory engine = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(Duration.ofSeconds(1))
			.build());
		engine.setReadTimeout(Duration.ofSeconds(5));
		engine.enableCompression(false);
		Workspace workspace = Workspace.builder()
			.iniFile(file)
			.client((client) -> client.requestFactory(engine))
			.build();
		// end::jdk[]
		return workspace;
	}

	// tag::apache[]
	static CloseableHttpClient httpClient() {
		// the client repeats by itself, and only what can do no harm
		return HttpClients.custom()
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnTotal(50)
				.setMaxConnPerRoute(50)
				.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(2)).build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setResponseTimeout(Timeout.ofSeconds(10))
				.setConnectionRequestTimeout(Timeout.ofSeconds(10))
				.build())
			.build();
	}

	static Workspace workspace(Path file, CloseableHttpClient httpClient) {
		return Workspace.builder()
			.iniFile(file)
			.client((client) -> client.requestFactory(new HttpComponentsClientHttpRequestFactory(httpClient)))
			.build();
	}
	// end::apache[]

	static Workspace lazy(Path file, CloseableHttpClient httpClient) {
		// tag::lazy[]
		HttpEngine engine = HttpEngine.lazy((timeLeft) -> new HttpComponentsClientHttpRequestFactory(httpClient));
		// end::lazy[]
		return Workspace.builder().iniFile(file).client((client) -> client.requestFactory(engine)).build();
	}

}

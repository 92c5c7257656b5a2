package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Auto-configured clients, one application each.
 */
final class FaultClients implements AutoCloseable {

	static final String TOKEN = "s3cret-t0ken-of-the-source";

	private final Map<Key, AnnotationConfigApplicationContext> applications = new ConcurrentHashMap<>();

	/**
	 * The customers of a server.
	 * @param engine the HTTP engine
	 * @param url the address of the server
	 * @param patience how long the time-outs are
	 * @param lane sent with every request, unless it is empty
	 */
	CustomerRepository customers(Engine engine, String url, Patience patience, String lane) {
		return this.applications.computeIfAbsent(new Key(engine, url, patience, lane), FaultClients::start)
			.getBean(CustomerRepository.class);
	}

	private static AnnotationConfigApplicationContext start(Key key) {
		AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
		TestPropertyValues
			.of("contacthub.workspace-id=w1", "contacthub.token=" + TOKEN, "contacthub.node-id=n1",
					"contacthub.base-url=" + key.url + "/hub/v1", "contacthub.allow-insecure-base-url=true",
					"contacthub.retry.initial-interval=1ms", "contacthub.retry.max-interval=5ms",
					"contacthub.http.max-response-size=64KB")
			.and("contacthub.http.connect-timeout=" + key.patience.connectTimeout.toMillis() + "ms",
					"contacthub.http.read-timeout=" + key.patience.readTimeout.toMillis() + "ms",
					"contacthub.http.call-timeout=" + key.patience.callTimeout.toMillis() + "ms")
			.applyTo(application);
		application.registerBean(ClientHttpRequestFactoryBuilder.class, key.engine::builder);
		if (!key.lane.isEmpty()) {
			application.registerBean(RestClientCustomizer.class,
					() -> (client) -> client.defaultHeader(FaultServers.LANE_HEADER, key.lane));
		}
		application.register(HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, ContactHubAutoConfiguration.class);
		application.refresh();
		return application;
	}

	@Override
	public void close() {
		this.applications.values().forEach(AnnotationConfigApplicationContext::close);
	}

	/**
	 * How long a client waits.
	 */
	enum Patience {

		/** Short enough to try many slow answers; a busy machine may take longer. */
		SHORT(150, 300, 1500),

		/** Longer than a busy machine takes, and shorter than a slow answer. */
		MEDIUM(1000, 4000, 20_000),

		/** For answers that are not slow: no outcome may depend on the time. */
		LONG(10_000, 30_000, 60_000);

		private final Duration connectTimeout;

		private final Duration readTimeout;

		private final Duration callTimeout;

		Patience(long connectMillis, long readMillis, long callMillis) {
			this.connectTimeout = Duration.ofMillis(connectMillis);
			this.readTimeout = Duration.ofMillis(readMillis);
			this.callTimeout = Duration.ofMillis(callMillis);
		}

		/**
		 * When a call must have ended.
		 */
		Duration longest() {
			return this.callTimeout.plusSeconds(5);
		}

	}

	/**
	 * What makes a client of its own.
	 */
	private record Key(Engine engine, String url, Patience patience, String lane) {

	}

}

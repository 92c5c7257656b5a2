package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Strategy to have one HTTP engine do no more than one request at a time.
 */
interface ClientEngine {

	/**
	 * Create the factory of requests.
	 * @param settings the settings
	 * @param timeLeft says how much time the call of the present thread has left
	 * @param resources is told what must be closed, besides the factory
	 */
	ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources);

	/**
	 * Return whether the engine can be told a proxy.
	 */
	default boolean supportsProxy() {
		return true;
	}

	/**
	 * Return whether the engine tells a proxy its user.
	 * @param baseUrl where requests go to
	 */
	default boolean supportsProxyUser(String baseUrl) {
		return true;
	}

}

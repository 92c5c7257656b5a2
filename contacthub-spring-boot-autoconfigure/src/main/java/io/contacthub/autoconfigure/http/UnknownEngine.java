package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * {@link ClientEngine} of the application's own, which is taken as it is.
 */
final class UnknownEngine implements ClientEngine {

	private final ClientHttpRequestFactoryBuilder<?> builder;

	UnknownEngine(ClientHttpRequestFactoryBuilder<?> builder) {
		this.builder = builder;
	}

	@Override
	public ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		return this.builder.build(settings.client());
	}

	@Override
	public boolean supportsProxy() {
		return false;
	}

}

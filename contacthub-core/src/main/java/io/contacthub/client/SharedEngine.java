package io.contacthub.client;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Engine that is made and checked once for all clients that have it: a client and those
 * that are made like it.
 */
final class SharedEngine implements HttpEngine {

	private final boolean lazy;

	private final Supplier<ClientHttpRequestFactory> factory;

	SharedEngine(HttpEngine engine, boolean lazy) {
		this.lazy = lazy;
		this.factory = SingletonSupplier.of(() -> EngineChecks.checked(engine.requestFactory(CallDeadline::timeLeft)));
	}

	/**
	 * Return an engine as one that is shared.
	 */
	static SharedEngine of(HttpEngine engine) {
		return (engine instanceof SharedEngine shared) ? shared : new SharedEngine(engine, false);
	}

	boolean isLazy() {
		return this.lazy;
	}

	@Override
	public ClientHttpRequestFactory requestFactory(Supplier<Duration> timeLeft) {
		return this.factory.get();
	}

}

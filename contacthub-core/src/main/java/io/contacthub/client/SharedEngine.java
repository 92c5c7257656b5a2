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
		this.factory = SingletonSupplier.of(() -> lazy ? late(engine) : made(engine));
	}

	private static ClientHttpRequestFactory made(HttpEngine engine) {
		return EngineChecks.checked(engine.requestFactory(CallDeadline::timeLeft));
	}

	/**
	 * Make an engine whose faults show in a call, where nobody looks for them.
	 */
	private static ClientHttpRequestFactory late(HttpEngine engine) {
		try {
			return made(engine);
		}
		catch (IllegalSettingException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("The HTTP engine cannot be made: " + ex.getMessage()
					+ ". Nothing of it is set for ContactHub alone, so look at what holds for all of the JVM, such as "
					+ "its trust store", ex);
		}
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

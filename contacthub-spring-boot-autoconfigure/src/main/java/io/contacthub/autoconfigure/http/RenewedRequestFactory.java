package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.contacthub.client.BackgroundExecutor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Request factory that makes requests by an engine that is exchanged when its SSL bundle
 * is updated. Requests under way end with the engine that they began with, which is
 * closed after them.
 */
final class RenewedRequestFactory extends AbstractClientHttpRequestFactoryWrapper implements IdleConnections {

	private static final Log logger = LogFactory.getLog(RenewedRequestFactory.class);

	private static final BackgroundExecutor CLOSERS = BackgroundExecutor.unbounded("contacthub-close-", (task) -> task);

	private final BiFunction<SslBundle, Consumer<AutoCloseable>, ClientHttpRequestFactory> engines;

	private volatile Engine current;

	private boolean closed;

	private RenewedRequestFactory(BiFunction<SslBundle, Consumer<AutoCloseable>, ClientHttpRequestFactory> engines,
			Engine first) {
		super(first.factory);
		this.engines = engines;
		this.current = first;
	}

	/**
	 * Create the factory.
	 * @param engines makes an engine with a bundle, and tells what must be closed of it
	 * @param bundle the bundle to begin with
	 */
	static RenewedRequestFactory of(BiFunction<SslBundle, Consumer<AutoCloseable>, ClientHttpRequestFactory> engines,
			SslBundle bundle) {
		return new RenewedRequestFactory(engines, Engine.create(engines, bundle));
	}

	/**
	 * Have later requests made with another bundle.
	 */
	synchronized void update(SslBundle bundle) {
		if (this.closed) {
			return;
		}
		try {
			Engine former = this.current;
			this.current = Engine.create(this.engines, bundle);
			former.retire();
			logger.info("Later requests to ContactHub are made with the updated SSL bundle");
		}
		catch (RuntimeException ex) {
			logger.error("The updated SSL bundle cannot be used for ContactHub, the former one stays in use", ex);
		}
	}

	@Override
	public ClientHttpRequestFactory getDelegate() {
		return this.current.factory;
	}

	@Override
	protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory first)
			throws IOException {
		Engine engine = this.current;
		while (!engine.enter()) {
			engine = this.current;
		}
		try {
			return new EndingRequest(engine.factory.createRequest(uri, method), engine::leave);
		}
		catch (IOException | RuntimeException ex) {
			engine.leave();
			throw ex;
		}
	}

	@Override
	public void closeIdle() {
		IdleConnections.closeIdle(this.current.resources);
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.current.close();
	}

	/**
	 * An engine, and how many requests it has under way.
	 */
	private static final class Engine {

		private static final int RETIRED = Integer.MIN_VALUE;

		private final ClientHttpRequestFactory factory;

		private final List<AutoCloseable> resources;

		private final AtomicInteger requests = new AtomicInteger();

		private Engine(ClientHttpRequestFactory factory, List<AutoCloseable> resources) {
			this.factory = factory;
			this.resources = resources;
		}

		static Engine create(BiFunction<SslBundle, Consumer<AutoCloseable>, ClientHttpRequestFactory> engines,
				SslBundle bundle) {
			List<AutoCloseable> resources = new CopyOnWriteArrayList<>();
			return new Engine(engines.apply(bundle, resources::add), resources);
		}

		/**
		 * Begin a request, unless the engine is not used any more.
		 */
		boolean enter() {
			if (this.requests.incrementAndGet() > 0) {
				return true;
			}
			leave();
			return false;
		}

		void leave() {
			if (this.requests.decrementAndGet() == RETIRED) {
				closeApart();
			}
		}

		void retire() {
			if (this.requests.addAndGet(RETIRED) == RETIRED) {
				closeApart();
			}
		}

		/**
		 * Close it, which may take its time, on no caller's thread.
		 */
		private void closeApart() {
			CLOSERS.execute(this::close);
		}

		void close() {
			ClientEngines.close(this.resources);
		}

	}

}

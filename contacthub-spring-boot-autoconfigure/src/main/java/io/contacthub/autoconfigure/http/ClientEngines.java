package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * HTTP engines of an application, whichever it has chosen, with their connections. For
 * this library.
 */
public final class ClientEngines implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ClientEngines.class);

	private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();

	private volatile boolean closed;

	/**
	 * Create engines, of which there are none yet.
	 */
	public ClientEngines() {
	}

	/**
	 * Create a factory of requests.
	 * @param builder the engine
	 * @param settings its settings
	 * @param timeLeft says how much time the call of the present thread has left
	 * @return the factory, which is closed with these engines
	 */
	public ClientHttpRequestFactory create(ClientHttpRequestFactoryBuilder<?> builder, EngineSettings settings,
			Supplier<Duration> timeLeft) {
		ClientHttpRequestFactory factory = create(builder, settings, timeLeft, this.resources::add);
		if (this.closed) {
			// it was needed first by a call that came too late
			close(this.resources);
		}
		return factory;
	}

	/**
	 * Create a factory of requests whose engine is exchanged when its SSL bundle is
	 * updated.
	 * @param builder the engine
	 * @param settings its settings
	 * @param bundle the SSL bundle to begin with
	 * @param updates is told who wants to know of updates of the bundle
	 * @param timeLeft says how much time the call of the present thread has left
	 * @return the factory, which is closed with these engines
	 */
	public ClientHttpRequestFactory createRenewed(ClientHttpRequestFactoryBuilder<?> builder, EngineSettings settings,
			SslBundle bundle, Consumer<Consumer<SslBundle>> updates, Supplier<Duration> timeLeft) {
		RenewedRequestFactory factory = RenewedRequestFactory
			.of((present, resources) -> create(builder, settings.withSslBundle(present), timeLeft, resources), bundle);
		updates.accept(factory::update);
		this.resources.add(factory);
		return factory;
	}

	private static ClientHttpRequestFactory create(ClientHttpRequestFactoryBuilder<?> builder, EngineSettings settings,
			Supplier<Duration> timeLeft, Consumer<AutoCloseable> resources) {
		ClientHttpRequestFactory factory = engine(builder).create(settings, timeLeft, resources);
		if (factory instanceof DisposableBean disposable) {
			resources.accept(disposable::destroy);
		}
		return factory;
	}

	/**
	 * Return whether an engine is known here, and is not just taken as it is.
	 * @param builder the engine
	 * @return {@code false} when it is one of the application's own
	 */
	public static boolean know(ClientHttpRequestFactoryBuilder<?> builder) {
		return !(engine(builder) instanceof UnknownEngine);
	}

	/**
	 * Return whether an engine can be told a proxy.
	 * @param builder the engine
	 * @return {@code false} when it is one that is not known here
	 */
	public static boolean supportProxy(ClientHttpRequestFactoryBuilder<?> builder) {
		return engine(builder).supportsProxy();
	}

	/**
	 * Return whether an engine tells a proxy its user.
	 * @param builder the engine
	 * @param baseUrl where requests go to
	 * @return {@code false} when the proxy would not get to know the user
	 */
	public static boolean supportProxyUser(ClientHttpRequestFactoryBuilder<?> builder, String baseUrl) {
		return engine(builder).supportsProxyUser(baseUrl);
	}

	private static ClientEngine engine(ClientHttpRequestFactoryBuilder<?> builder) {
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder apache) {
			return new ApacheEngine(apache);
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return new JettyEngine(jetty);
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return new ReactorNettyEngine(reactor);
		}
		if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return new JdkEngine(jdk);
		}
		return new UnknownEngine(builder);
	}

	/**
	 * Close the connections that no request uses; later requests open others.
	 */
	public void closeIdle() {
		IdleConnections.closeIdle(this.resources);
	}

	/**
	 * Close the engines, of which some have threads that keep an application from ending.
	 */
	@Override
	public void close() {
		this.closed = true;
		close(this.resources);
	}

	/**
	 * Close what engines have, one whatever becomes of another.
	 */
	static void close(Iterable<AutoCloseable> resources) {
		for (AutoCloseable resource : resources) {
			try {
				resource.close();
			}
			catch (Exception ex) {
				logger.warn("An HTTP engine could not be closed", ex);
			}
		}
	}

}

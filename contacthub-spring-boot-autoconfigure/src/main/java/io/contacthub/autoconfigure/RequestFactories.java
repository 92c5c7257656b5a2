package io.contacthub.autoconfigure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import reactor.netty.transport.ProxyProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.StringUtils;

/**
 * Makes the HTTP engine of the application do no more than one request at a time: what
 * engines repeat, remember or follow by themselves is switched off.
 */
final class RequestFactories {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private static final int LONGEST_HEADERS = 1024 * 1024;

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

	private RequestFactories() {
	}

	static ClientHttpRequestFactory create(ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings,
			ContactHubProperties.Http http, Supplier<Duration> timeLeft, Consumer<AutoCloseable> resources) {
		ClientHttpRequestFactory factory = tamed(builder, settings, http, timeLeft, resources);
		if (factory instanceof DisposableBean disposable) {
			resources.accept(disposable::destroy);
		}
		return factory;
	}

	private static ClientHttpRequestFactory tamed(ClientHttpRequestFactoryBuilder<?> builder,
			HttpClientSettings settings, ContactHubProperties.Http http, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder apache) {
			return Apache.tame(apache, http, settings, timeLeft).build(settings);
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return Jetty.tame(jetty, settings, http.proxy(), resources).build(settings);
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return Reactor.tame(reactor, http.proxy(), settings, callTimeout(settings, http)).build(settings);
		}
		if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return tame(jdk, http.proxy()).build(settings);
		}
		return builder.build(settings);
	}

	/**
	 * The settings of the application's clients with ours above them.
	 */
	static HttpClientSettings settings(HttpClientSettings common, ContactHubProperties.Http http,
			@Nullable SslBundles sslBundles, String prefix) {
		HttpClientSettings settings = common.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			.withReadTimeout(first(http.readTimeout(), finite(common.readTimeout()), READ_TIMEOUT));
		Duration connectTimeout = first(http.connectTimeout(), finite(common.connectTimeout()), CONNECT_TIMEOUT);
		Duration callTimeout = callTimeout(settings, http);
		settings = settings
			.withConnectTimeout((connectTimeout.compareTo(callTimeout) < 0) ? connectTimeout : callTimeout);
		String bundle = http.ssl().bundle();
		if (!StringUtils.hasText(bundle)) {
			return settings;
		}
		try {
			if (sslBundles == null) {
				throw new NoSuchSslBundleException(bundle, "there are none");
			}
			return settings.withSslBundle(sslBundles.getBundle(bundle));
		}
		catch (NoSuchSslBundleException ex) {
			throw new ContactHubConfigurationException(prefix + ".http.ssl.bundle",
					"is '" + bundle + "': there is no such SSL bundle.", """
							Define the bundle, for example:

							%s""".formatted(ContactHubConfigurationException.lines("spring.ssl.bundle.pem." + bundle,
							"truststore:\n  certificate: classpath:contacthub.crt")));
		}
	}

	/**
	 * A time-out of the application's other clients, unless it is none.
	 */
	private static @Nullable Duration finite(@Nullable Duration timeout) {
		return (timeout != null && timeout.toMillis() > 0) ? timeout : null;
	}

	static Duration callTimeout(HttpClientSettings settings, ContactHubProperties.Http http) {
		Duration readTimeout = readTimeout(settings);
		return first(http.callTimeout(), (readTimeout.compareTo(CALL_TIMEOUT) > 0) ? readTimeout : null, CALL_TIMEOUT);
	}

	private static Duration readTimeout(HttpClientSettings settings) {
		return first(settings.readTimeout(), null, READ_TIMEOUT);
	}

	private static Duration first(@Nullable Duration own, @Nullable Duration common, Duration otherwise) {
		if (own != null) {
			return own;
		}
		return (common != null) ? common : otherwise;
	}

	private static JdkClientHttpRequestFactoryBuilder tame(JdkClientHttpRequestFactoryBuilder builder,
			ContactHubProperties.Proxy proxy) {
		// compressed, it could not tell a broken encoding from a broken connection
		return builder.withCustomizer((factory) -> factory.enableCompression(false))
			.withHttpClientCustomizer((client) -> {
				client.version(HttpClient.Version.HTTP_1_1);
				if (proxy.host() != null) {
					client.proxy(ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port())));
				}
			});
	}

	/**
	 * Kept apart since Apache HttpClient may be missing.
	 */
	private static final class Apache {

		private Apache() {
		}

		static HttpComponentsClientHttpRequestFactoryBuilder tame(HttpComponentsClientHttpRequestFactoryBuilder builder,
				ContactHubProperties.Http http, HttpClientSettings settings, Supplier<Duration> timeLeft) {
			Timeout lease = Timeout.of(readTimeout(settings));
			AtomicReference<PoolingHttpClientConnectionManagerBuilder> connections = new AtomicReference<>();
			return builder.withHttpClientCustomizer((client) -> {
				client.disableAutomaticRetries()
					.setConnectionManager(WatchableConnections.like(Objects.requireNonNull(connections.get())).build())
					.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "contacthub-unsent", Apache::proceed);
				String proxy = http.proxy().host();
				if (proxy != null) {
					client.setProxy(new HttpHost(proxy, http.proxy().port()));
				}
			})
				// HttpClient would wait three minutes for a connection to be free
				.withDefaultRequestConfigCustomizer((request) -> request.setConnectionRequestTimeout(lease))
				.withConnectionManagerCustomizer((manager) -> {
					manager.setMaxConnPerRoute(http.maxConnections())
						.setMaxConnTotal(http.maxConnections())
						.setConnectionFactory(SilentConnection.factory(http.maxResponseSize().toBytes(), timeLeft));
					connections.set(manager);
				});
		}

		/**
		 * Make a request, of which nothing has been sent when the connection for it turns
		 * out to be stale, on another connection.
		 */
		private static ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
				throws IOException, HttpException {
			while (true) {
				try {
					return chain.proceed(ClassicRequestBuilder.copy(request).build(), scope);
				}
				catch (StaleConnectionException ex) {
					scope.execRuntime.discardEndpoint();
				}
			}
		}

	}

	/**
	 * Kept apart since Jetty's client may be missing.
	 */
	private static final class Jetty {

		private Jetty() {
		}

		static JettyClientHttpRequestFactoryBuilder tame(JettyClientHttpRequestFactoryBuilder builder,
				HttpClientSettings settings, ContactHubProperties.Proxy proxy, Consumer<AutoCloseable> resources) {
			return builder.withHttpClientCustomizer((client) -> {
				// the request factory does not stop it
				resources.accept(client::stop);
				if (proxy.host() != null) {
					client.getProxyConfiguration().addProxy(new HttpProxy(proxy.host(), proxy.port()));
				}
				// else a body that comes to a halt is waited for without end
				client.setIdleTimeout(readTimeout(settings).toMillis());
				client.setMaxResponseHeadersSize(LONGEST_HEADERS);
				client.addEventListener(new LifeCycle.Listener() {

					@Override
					public void lifeCycleStarted(LifeCycle started) {
						// it takes an answer 401 without a challenge for a broken
						// connection
						client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
						// it reads compressed content that breaks off without end
						client.getContentDecoderFactories().clear();
					}

				});
				client.getRequestListeners().addBeginListener(Jetty::completeHeaders);
			})
				.withHttpClientTransportCustomizer(
						(transport) -> transport.setConnectionPoolFactory(WatchedConnectionPool::new));
		}

		/**
		 * Ask for content as it is, which is not unpacked, and hide the token: Jetty's
		 * client writes all headers to its log when that is detailed enough.
		 */
		private static void completeHeaders(Request request) {
			request.headers((fields) -> {
				if (!fields.contains(HttpHeader.ACCEPT_ENCODING)) {
					fields.put(HttpHeader.ACCEPT_ENCODING, "identity");
				}
				String authorization = fields.get(HttpHeader.AUTHORIZATION);
				if (authorization != null) {
					fields.put(new HiddenField(authorization));
				}
			});
		}

		/**
		 * A header whose value is sent and not told.
		 */
		private static final class HiddenField extends PreEncodedHttpField {

			HiddenField(String value) {
				super(HttpHeader.AUTHORIZATION, value);
			}

			@Override
			public String getValue() {
				return "(hidden)";
			}

			@Override
			public String toString() {
				return getName() + ": " + getValue();
			}

		}

	}

	/**
	 * Kept apart since Reactor Netty may be missing.
	 */
	private static final class Reactor {

		private static final AttributeKey<@Nullable Future<?>> LIMIT = AttributeKey
			.valueOf("io.contacthub.autoconfigure.limit");

		private Reactor() {
		}

		static ReactorClientHttpRequestFactoryBuilder tame(ReactorClientHttpRequestFactoryBuilder builder,
				ContactHubProperties.Proxy proxy, HttpClientSettings settings, Duration callTimeout) {
			Duration connectTimeout = first(settings.connectTimeout(), null, CONNECT_TIMEOUT);
			return builder.withHttpClientCustomizer((client) -> {
				reactor.netty.http.client.HttpClient tamed = client.disableRetry(true)
					.doOnChannelInit((observer, channel, address) -> limitHandshake(channel, connectTimeout))
					.doOnRequest((request, connection) -> limit(connection.channel(), callTimeout))
					.doOnResponse((response, connection) -> {
						if (response.status().code() < HttpResponseStatus.OK.code()) {
							// it is taken for the answer: what follows must not meet
							// another
							// request
							connection.markPersistent(false);
						}
					})
					.doAfterResponseSuccess((response, connection) -> release(connection.channel()));
				String host = proxy.host();
				return (host != null)
						? tamed.proxy((spec) -> spec.type(ProxyProvider.Proxy.HTTP).host(host).port(proxy.port()))
						: tamed;
			});
		}

		/**
		 * Have the connect time-out hold for TLS, too, as it does with the other engines.
		 */
		private static void limitHandshake(Channel channel, Duration timeout) {
			SslHandler tls = channel.pipeline().get(SslHandler.class);
			if (tls != null) {
				tls.setHandshakeTimeoutMillis(timeout.toMillis());
			}
		}

		/**
		 * Close the connection when an answer takes too long as a whole: the read
		 * time-out only stops one that pauses.
		 */
		private static void limit(Channel channel, Duration timeout) {
			channel.attr(LIMIT)
				.set(channel.eventLoop().schedule(() -> channel.close(), timeout.toMillis(), TimeUnit.MILLISECONDS));
		}

		private static void release(Channel channel) {
			Future<?> limit = channel.attr(LIMIT).getAndSet(null);
			if (limit != null) {
				limit.cancel(false);
			}
		}

	}

}

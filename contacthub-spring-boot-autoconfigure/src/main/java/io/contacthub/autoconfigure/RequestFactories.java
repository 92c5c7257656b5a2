package io.contacthub.autoconfigure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.auth.BasicAuthCache;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.StringUtils;

/**
 * Makes the HTTP engine of the application do no more than one request at a time: what
 * engines repeat, remember or follow by themselves is switched off.
 */
final class RequestFactories {

	private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

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
			return Apache.tame(apache, http, settings, timeLeft, resources).build(settings);
		}
		if (builder instanceof JettyClientHttpRequestFactoryBuilder jetty) {
			return Jetty.tame(jetty, settings, http.proxy(), resources).build(settings);
		}
		if (builder instanceof ReactorClientHttpRequestFactoryBuilder reactor) {
			return Reactor.tame(reactor, http.proxy(), settings, callTimeout(settings, http)).build(settings);
		}
		if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return Jdk.tame(jdk, settings, http.proxy());
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

	/**
	 * Refuse a user that the engine would not tell the proxy.
	 */
	static void checkProxy(ClientHttpRequestFactoryBuilder<?> builder, ContactHubProperties.Proxy proxy, String baseUrl,
			String prefix) {
		if (proxy.host() != null && !(builder instanceof HttpComponentsClientHttpRequestFactoryBuilder
				|| builder instanceof JettyClientHttpRequestFactoryBuilder
				|| builder instanceof ReactorClientHttpRequestFactoryBuilder
				|| builder instanceof JdkClientHttpRequestFactoryBuilder)) {
			throw new ContactHubConfigurationException(prefix + ".http.proxy.host",
					"is set, and the application has an HTTP engine of its own, " + builder.getClass().getName()
							+ ", which does not know it.",
					"""
							Set the proxy where the engine is made, and remove the property, or choose an engine:

							%s""".formatted(ContactHubConfigurationException.lines("spring.http.clients.imperative",
							"factory: http-components")));
		}
		String schemes = System.getProperty(TUNNELING, "Basic");
		if (builder instanceof JdkClientHttpRequestFactoryBuilder && proxy.host() != null && proxy.username() != null
				&& baseUrl.toLowerCase(Locale.ROOT).startsWith("https:")
				&& schemes.toLowerCase(Locale.ROOT).contains("basic")) {
			throw new ContactHubConfigurationException(prefix + ".http.proxy.username",
					"is set: the client of the JDK does not tell it to a proxy of https, unless it is started with -D"
							+ TUNNELING + "= (empty).",
					"""
							Start Java so, or choose another engine, for example:

							%s""".formatted(ContactHubConfigurationException.lines("spring.http.clients.imperative",
							"factory: http-components")));
		}
	}

	/**
	 * Kept apart for its size.
	 */
	private static final class Jdk {

		private Jdk() {
		}

		static ClientHttpRequestFactory tame(JdkClientHttpRequestFactoryBuilder builder, HttpClientSettings settings,
				ContactHubProperties.Proxy proxy) {
			// compressed, it could not tell a broken encoding from a broken connection
			ClientHttpRequestFactory factory = builder.withCustomizer((jdk) -> jdk.enableCompression(false))
				.withHttpClientCustomizer((client) -> {
					client.version(HttpClient.Version.HTTP_1_1);
					if (proxy.host() != null) {
						client
							.proxy(new OneProxy(proxy, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
					}
				})
				.build(settings);
			String authorization = proxy.authorization();
			return (proxy.host() != null && authorization != null)
					? new ProxyAuthorization(factory, proxy, authorization) : factory;
		}

	}

	/**
	 * Has the JDK's client use a proxy, but for some hosts.
	 */
	private static final class OneProxy extends ProxySelector {

		private final ContactHubProperties.Proxy properties;

		private final List<Proxy> proxies;

		OneProxy(ContactHubProperties.Proxy properties, InetSocketAddress address) {
			this.properties = properties;
			this.proxies = List.of(new Proxy(Proxy.Type.HTTP, address));
		}

		@Override
		public List<Proxy> select(URI uri) {
			return this.properties.excludes(uri.getHost()) ? List.of(Proxy.NO_PROXY) : this.proxies;
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			// there is no other one
		}

	}

	/**
	 * Tells a proxy its user by a header, which the JDK's client sends to nobody else: an
	 * authenticator would take an answer 401 without a challenge for a broken connection.
	 */
	private static final class ProxyAuthorization extends AbstractClientHttpRequestFactoryWrapper {

		private final ContactHubProperties.Proxy proxy;

		private final String authorization;

		ProxyAuthorization(ClientHttpRequestFactory factory, ContactHubProperties.Proxy proxy, String authorization) {
			super(factory);
			this.proxy = proxy;
			this.authorization = authorization;
		}

		@Override
		protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory factory)
				throws IOException {
			ClientHttpRequest request = factory.createRequest(uri, method);
			if (!this.proxy.excludes(uri.getHost())) {
				request.getHeaders().set(HttpHeaders.PROXY_AUTHORIZATION, this.authorization);
			}
			return request;
		}

	}

	/**
	 * Kept apart since Apache HttpClient may be missing.
	 */
	private static final class Apache {

		private Apache() {
		}

		static HttpComponentsClientHttpRequestFactoryBuilder tame(HttpComponentsClientHttpRequestFactoryBuilder builder,
				ContactHubProperties.Http http, HttpClientSettings settings, Supplier<Duration> timeLeft,
				Consumer<AutoCloseable> resources) {
			Timeout lease = Timeout.of(readTimeout(settings));
			AtomicReference<PoolingHttpClientConnectionManagerBuilder> connections = new AtomicReference<>();
			return builder.withHttpClientCustomizer((client) -> {
				PoolingHttpClientConnectionManager manager = WatchableConnections
					.like(Objects.requireNonNull(connections.get()))
					.build();
				resources.accept((IdleConnections) () -> manager.closeIdle(TimeValue.ZERO_MILLISECONDS));
				client.disableAutomaticRetries()
					.setConnectionManager(manager)
					.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "contacthub-unsent", Apache::proceed);
				useProxy(client, http.proxy());
			})
				// HttpClient would wait three minutes for a connection to be free
				.withDefaultRequestConfigCustomizer(
						(request) -> request.setConnectionRequestTimeout(lease).setRedirectsEnabled(false))
				.withConnectionManagerCustomizer((manager) -> {
					manager.setMaxConnPerRoute(http.maxConnections())
						.setMaxConnTotal(http.maxConnections())
						.setConnectionFactory(SilentConnection.factory(http.maxResponseSize().toBytes(), timeLeft));
					connections.set(manager);
				});
		}

		private static void useProxy(HttpClientBuilder client, ContactHubProperties.Proxy proxy) {
			if (proxy.host() == null) {
				return;
			}
			HttpHost host = new HttpHost(proxy.host(), proxy.port());
			client.setRoutePlanner(new DefaultProxyRoutePlanner(host) {

				@Override
				protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
					return proxy.excludes(target.getHostName()) ? null : super.determineProxy(target, context);
				}

			});
			if (proxy.username() != null) {
				UsernamePasswordCredentials user = new UsernamePasswordCredentials(proxy.username(),
						String.valueOf(proxy.password()).toCharArray());
				BasicCredentialsProvider provider = new BasicCredentialsProvider();
				provider.setCredentials(new AuthScope(host), user);
				client.setDefaultCredentialsProvider(provider);
				client.addExecInterceptorBefore("contacthub-unsent", "contacthub-proxy", (request, scope, chain) -> {
					// unasked: a body would have to be sent twice
					BasicScheme basic = new BasicScheme();
					basic.initPreemptive(user);
					BasicAuthCache cache = new BasicAuthCache();
					cache.put(host, basic);
					scope.clientContext.setAuthCache(cache);
					return chain.proceed(request, scope);
				});
			}
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
				useProxy(client, proxy);
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

		private static void useProxy(org.eclipse.jetty.client.HttpClient client, ContactHubProperties.Proxy proxy) {
			if (proxy.host() == null) {
				return;
			}
			HttpProxy host = new HttpProxy(proxy.host(), proxy.port()) {

				@Override
				public boolean matches(Origin origin) {
					return !proxy.excludes(origin.getAddress().getHost()) && super.matches(origin);
				}

			};
			client.getProxyConfiguration().addProxy(host);
			String authorization = proxy.authorization();
			if (authorization != null) {
				client.getAuthenticationStore().addAuthenticationResult(new Authentication.Result() {

					@Override
					public URI getURI() {
						return host.getURI();
					}

					@Override
					public void apply(Request request) {
						// within a tunnel it would get to ContactHub
						if (org.eclipse.jetty.http.HttpMethod.CONNECT.is(request.getMethod())
								|| !HttpScheme.isSecure(request.getScheme())) {
							request.headers((fields) -> fields
								.put(new HiddenField(HttpHeader.PROXY_AUTHORIZATION, authorization)));
						}
					}

				});
			}
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
					fields.put(new HiddenField(HttpHeader.AUTHORIZATION, authorization));
				}
			});
		}

		/**
		 * A header whose value is sent and not told.
		 */
		private static final class HiddenField extends PreEncodedHttpField {

			HiddenField(HttpHeader name, String value) {
				super(name, value);
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
				return (host != null) ? tamed
					.proxy((spec) -> useProxy(spec.type(ProxyProvider.Proxy.HTTP).host(host).port(proxy.port()), proxy))
						: tamed;
			});
		}

		private static void useProxy(ProxyProvider.Builder spec, ContactHubProperties.Proxy proxy) {
			spec.nonProxyHostsPredicate(
					(address) -> address instanceof InetSocketAddress target && proxy.excludes(target.getHostString()));
			if (proxy.username() != null) {
				spec.username(proxy.username()).password((name) -> String.valueOf(proxy.password()));
			}
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

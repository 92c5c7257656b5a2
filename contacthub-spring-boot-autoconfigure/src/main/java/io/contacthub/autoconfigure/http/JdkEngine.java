package io.contacthub.autoconfigure.http;

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
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * {@link ClientEngine} that is the client of the JDK.
 */
final class JdkEngine implements ClientEngine {

	private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

	private final JdkClientHttpRequestFactoryBuilder builder;

	JdkEngine(JdkClientHttpRequestFactoryBuilder builder) {
		this.builder = builder;
	}

	@Override
	public ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		ProxySettings proxy = settings.proxy();
		// compressed, it could not tell a broken encoding from a broken connection
		ClientHttpRequestFactory factory = this.builder.withCustomizer((jdk) -> jdk.enableCompression(false))
			.withHttpClientCustomizer((client) -> {
				client.version(HttpClient.Version.HTTP_1_1);
				if (proxy != null) {
					client.proxy(new OneProxy(proxy));
				}
			})
			.build(settings.client());
		String authorization = (proxy != null) ? proxy.authorization() : null;
		return (proxy != null && authorization != null) ? new ProxyAuthorization(factory, proxy, authorization)
				: factory;
	}

	@Override
	public boolean supportsProxyUser(String baseUrl) {
		String disabled = System.getProperty(TUNNELING, "Basic");
		return !baseUrl.toLowerCase(Locale.ROOT).startsWith("https:")
				|| !disabled.toLowerCase(Locale.ROOT).contains("basic");
	}

	/**
	 * Selector of one proxy for all hosts but some.
	 */
	private static final class OneProxy extends ProxySelector {

		private final ProxySettings settings;

		private final List<Proxy> proxies;

		OneProxy(ProxySettings settings) {
			this.settings = settings;
			this.proxies = List
				.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(settings.host(), settings.port())));
		}

		@Override
		public List<Proxy> select(URI uri) {
			return this.settings.excludes(uri.getHost()) ? List.of(Proxy.NO_PROXY) : this.proxies;
		}

		@Override
		public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			// there is no other one
		}

	}

	/**
	 * Request factory that tells a proxy its user by a header, which the JDK's client
	 * sends to nobody else: an authenticator would take an answer 401 without a challenge
	 * for a broken connection.
	 */
	private static final class ProxyAuthorization extends AbstractClientHttpRequestFactoryWrapper {

		private final ProxySettings proxy;

		private final String authorization;

		ProxyAuthorization(ClientHttpRequestFactory factory, ProxySettings proxy, String authorization) {
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

}

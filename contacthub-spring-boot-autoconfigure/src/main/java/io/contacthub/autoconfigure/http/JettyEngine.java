package io.contacthub.autoconfigure.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.util.component.LifeCycle;

import org.springframework.boot.http.client.JettyClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * {@link ClientEngine} that is Jetty's client.
 */
final class JettyEngine implements ClientEngine {

	private static final int LONGEST_HEADERS = 1024 * 1024;

	private final JettyClientHttpRequestFactoryBuilder builder;

	JettyEngine(JettyClientHttpRequestFactoryBuilder builder) {
		this.builder = builder;
	}

	@Override
	public ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		return this.builder.withHttpClientCustomizer((client) -> {
			// the request factory does not stop it
			resources.accept(client::stop);
			tame(client, settings);
		})
			.withHttpClientTransportCustomizer(
					(transport) -> transport.setConnectionPoolFactory(WatchedConnectionPool::new))
			.build(settings.client());
	}

	private static void tame(HttpClient client, EngineSettings settings) {
		ProxySettings proxy = settings.proxy();
		if (proxy != null) {
			useProxy(client, proxy);
		}
		// else a body that comes to a halt is waited for without end
		client.setIdleTimeout(settings.readTimeout().toMillis());
		client.setMaxResponseHeadersSize(LONGEST_HEADERS);
		client.addEventListener(new LifeCycle.Listener() {

			@Override
			public void lifeCycleStarted(LifeCycle started) {
				// it takes an answer 401 without a challenge for a broken connection
				client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
				// it reads compressed content that breaks off without end
				client.getContentDecoderFactories().clear();
			}

		});
		client.getRequestListeners().addBeginListener(JettyEngine::completeHeaders);
	}

	private static void useProxy(HttpClient client, ProxySettings proxy) {
		HttpProxy host = new HttpProxy(proxy.host(), proxy.port()) {

			@Override
			public boolean matches(Origin origin) {
				return !proxy.excludes(origin.getAddress().getHost()) && super.matches(origin);
			}

		};
		client.getProxyConfiguration().addProxy(host);
		String authorization = proxy.authorization();
		if (authorization != null) {
			client.getAuthenticationStore()
				.addAuthenticationResult(new ProxyAuthorization(host.getURI(), authorization));
		}
	}

	/**
	 * Ask for content as it is, which is not unpacked, and hide the token: Jetty's client
	 * writes all headers to its log when that is detailed enough.
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
	 * Authentication that tells a proxy its user before it asks.
	 */
	private static final class ProxyAuthorization implements Authentication.Result {

		private final URI proxy;

		private final String authorization;

		ProxyAuthorization(URI proxy, String authorization) {
			this.proxy = proxy;
			this.authorization = authorization;
		}

		@Override
		public URI getURI() {
			return this.proxy;
		}

		@Override
		public void apply(Request request) {
			// within a tunnel it would get to ContactHub
			if (HttpMethod.CONNECT.is(request.getMethod()) || !HttpScheme.isSecure(request.getScheme())) {
				request.headers(
						(fields) -> fields.put(new HiddenField(HttpHeader.PROXY_AUTHORIZATION, this.authorization)));
			}
		}

	}

	/**
	 * Header whose value is sent and not told.
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

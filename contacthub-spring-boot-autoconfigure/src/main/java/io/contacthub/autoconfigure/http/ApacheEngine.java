package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * {@link ClientEngine} that is Apache HttpClient.
 */
final class ApacheEngine implements ClientEngine {

	private static final String UNSENT = "contacthub-unsent";

	private final HttpComponentsClientHttpRequestFactoryBuilder builder;

	ApacheEngine(HttpComponentsClientHttpRequestFactoryBuilder builder) {
		this.builder = builder;
	}

	@Override
	public ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		Timeout lease = Timeout.of(settings.readTimeout());
		AtomicReference<PoolingHttpClientConnectionManagerBuilder> connections = new AtomicReference<>();
		return this.builder.withHttpClientCustomizer((client) -> {
			PoolingHttpClientConnectionManager manager = WatchableConnections
				.like(Objects.requireNonNull(connections.get()))
				.build();
			resources.accept((IdleConnections) () -> manager.closeIdle(TimeValue.ZERO_MILLISECONDS));
			client.disableAutomaticRetries()
				.disableCookieManagement()
				.disableRedirectHandling()
				// all calls are of one identity, also where it is that of a certificate
				.disableConnectionState()
				.setConnectionManager(manager)
				.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), UNSENT, ApacheEngine::proceed);
			ProxySettings proxy = settings.proxy();
			if (proxy != null) {
				useProxy(client, proxy);
			}
		})
			// HttpClient would wait three minutes for a connection to be free
			.withDefaultRequestConfigCustomizer(
					(request) -> request.setConnectionRequestTimeout(lease).setRedirectsEnabled(false))
			.withConnectionManagerCustomizer((manager) -> {
				manager.setMaxConnPerRoute(settings.maxConnections())
					.setMaxConnTotal(settings.maxConnections())
					.setConnectionFactory(BoundedConnection.factory(settings.maxResponseSize().toBytes(), timeLeft));
				connections.set(manager);
			})
			.build(settings.client());
	}

	private static void useProxy(HttpClientBuilder client, ProxySettings proxy) {
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
			client.addExecInterceptorBefore(UNSENT, "contacthub-proxy", (request, scope, chain) -> {
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
	 * Make a request, of which nothing has been sent when the connection for it turns out
	 * to be stale, on another connection.
	 */
	private static ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		Header[] headers = request.getHeaders();
		HttpEntity entity = request.getEntity();
		while (true) {
			try {
				return chain.proceed(request, scope);
			}
			catch (StaleConnectionException ex) {
				scope.execRuntime.discardEndpoint();
				request.setHeaders(headers);
				request.setEntity(entity);
			}
		}
	}

}

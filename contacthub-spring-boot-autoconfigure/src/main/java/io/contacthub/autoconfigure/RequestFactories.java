package io.contacthub.autoconfigure;

import java.net.http.HttpClient;
import java.time.Duration;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Makes the HTTP engine of the application do no more than one request at a time: what
 * engines repeat, remember or follow by themselves is switched off.
 */
final class RequestFactories {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private RequestFactories() {
	}

	static ClientHttpRequestFactory create(ClientHttpRequestFactoryBuilder<?> builder, HttpClientSettings settings,
			ContactHubProperties.Http http) {
		HttpClientSettings own = settings.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			.withConnectTimeout(first(http.connectTimeout(), settings.connectTimeout(), CONNECT_TIMEOUT))
			.withReadTimeout(first(http.readTimeout(), settings.readTimeout(), READ_TIMEOUT));
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder apache) {
			return Apache.tame(apache, http.maxConnections()).build(own);
		}
		if (builder instanceof JdkClientHttpRequestFactoryBuilder jdk) {
			return jdk.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1)).build(own);
		}
		return builder.build(own);
	}

	private static Duration first(@Nullable Duration own, @Nullable Duration common, Duration otherwise) {
		if (own != null) {
			return own;
		}
		return (common != null) ? common : otherwise;
	}

	/**
	 * Kept apart since Apache HttpClient may be missing.
	 */
	private static final class Apache {

		private Apache() {
		}

		static HttpComponentsClientHttpRequestFactoryBuilder tame(HttpComponentsClientHttpRequestFactoryBuilder builder,
				int maxConnections) {
			return builder.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries)
				.withConnectionManagerCustomizer((manager) -> manager.setMaxConnPerRoute(maxConnections)
					.setMaxConnTotal(maxConnections)
					.setConnectionFactory(SilentConnection::create));
		}

	}

}

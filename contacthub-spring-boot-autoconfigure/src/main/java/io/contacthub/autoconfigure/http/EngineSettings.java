package io.contacthub.autoconfigure.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.unit.DataSize;

/**
 * Settings of an HTTP engine. For this library.
 *
 * @param common what holds for all clients of the application, among it the SSL bundle
 * @param connectTimeout the longest time to connect
 * @param readTimeout the longest time to wait for an answer
 * @param callTimeout the longest time for one call with all its requests
 * @param maxConnections the greatest number of connections that are kept open
 * @param maxResponseSize the greatest size of an answer
 * @param proxy the proxy that all requests go through, {@code null} for none
 */
public record EngineSettings(HttpClientSettings common, Duration connectTimeout, Duration readTimeout,
		Duration callTimeout, int maxConnections, DataSize maxResponseSize, @Nullable ProxySettings proxy) {

	/**
	 * Return the settings in Spring Boot's form. No engine follows redirects, which could
	 * take the token to another address, nor remembers cookies.
	 */
	HttpClientSettings client() {
		return this.common.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withCookieHandling(HttpCookieHandling.DISABLE)
			.withConnectTimeout(this.connectTimeout)
			.withReadTimeout(this.readTimeout);
	}

	EngineSettings withSslBundle(SslBundle bundle) {
		return new EngineSettings(this.common.withSslBundle(bundle), this.connectTimeout, this.readTimeout,
				this.callTimeout, this.maxConnections, this.maxResponseSize, this.proxy);
	}

}

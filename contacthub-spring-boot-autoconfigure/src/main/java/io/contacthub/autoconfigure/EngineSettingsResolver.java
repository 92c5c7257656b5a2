package io.contacthub.autoconfigure;

import java.time.Duration;

import io.contacthub.autoconfigure.http.ClientEngines;
import io.contacthub.autoconfigure.http.EngineSettings;
import io.contacthub.autoconfigure.http.ProxySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.SimpleClientHttpRequestFactoryBuilder;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Resolver of the settings of an HTTP engine: those of {@code contacthub.http} above
 * those of all clients of the application.
 */
final class EngineSettingsResolver {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

	private EngineSettingsResolver() {
	}

	/**
	 * Resolve the settings.
	 * @param common what holds for all clients of the application
	 * @param http the properties, which are above that
	 * @param sslBundles the SSL bundles of the application, if there are any
	 * @param prefix where the properties are, for messages
	 */
	static EngineSettings resolve(HttpClientSettings common, ConnectionProperties.Http http,
			@Nullable SslBundles sslBundles, String prefix) {
		Duration connectTimeout = first(http.connectTimeout(), common.connectTimeout(), CONNECT_TIMEOUT);
		Duration readTimeout = first(http.readTimeout(), common.readTimeout(), READ_TIMEOUT);
		Duration callTimeout = callTimeout(readTimeout, http);
		return new EngineSettings(withSslBundle(common, http.ssl().bundle(), sslBundles, prefix),
				shorter(connectTimeout, callTimeout), readTimeout, callTimeout, http.maxConnections(),
				http.maxResponseSize(), http.proxy().settings());
	}

	/**
	 * Resolve the longest time of a call alone.
	 */
	static Duration callTimeout(HttpClientSettings common, ConnectionProperties.Http http) {
		return callTimeout(first(http.readTimeout(), common.readTimeout(), READ_TIMEOUT), http);
	}

	private static Duration callTimeout(Duration readTimeout, ConnectionProperties.Http http) {
		Duration callTimeout = http.callTimeout();
		return (callTimeout != null) ? callTimeout : longer(readTimeout, CALL_TIMEOUT);
	}

	/**
	 * Return the first time-out that there is; one of the application's other clients may
	 * be none.
	 */
	private static Duration first(@Nullable Duration own, @Nullable Duration common, Duration otherwise) {
		if (own != null) {
			return own;
		}
		return (common != null && common.toMillis() > 0) ? common : otherwise;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static HttpClientSettings withSslBundle(HttpClientSettings common, @Nullable String bundle,
			@Nullable SslBundles sslBundles, String prefix) {
		if (!StringUtils.hasText(bundle)) {
			return common;
		}
		try {
			if (sslBundles == null) {
				throw new NoSuchSslBundleException(bundle, "there are none");
			}
			return common.withSslBundle(sslBundles.getBundle(bundle));
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
	 * Refuse an engine without PATCH that a property chooses. The client refuses such an
	 * engine, too, wherever it comes from, and knows no property to name.
	 */
	static void checkEngine(ClientHttpRequestFactoryBuilder<?> builder) {
		if (builder instanceof SimpleClientHttpRequestFactoryBuilder) {
			throw new ContactHubConfigurationException("spring.http.clients.imperative.factory",
					"is a SimpleClientHttpRequestFactory: it cannot send PATCH requests.", """
							Remove the property, or choose an engine that can, for example:

							%s""".formatted(ContactHubConfigurationException.lines("spring.http.clients.imperative",
							"factory: http-components")));
		}
	}

	/**
	 * Refuse a proxy that the engine does not know, and a user that it would not tell the
	 * proxy.
	 */
	static void checkProxy(ClientHttpRequestFactoryBuilder<?> builder, @Nullable ProxySettings proxy, String baseUrl,
			String prefix) {
		if (proxy == null) {
			return;
		}
		if (!ClientEngines.supportProxy(builder)) {
			throw new ContactHubConfigurationException(prefix + ".http.proxy.host",
					"is set, and the application has an HTTP engine of its own, " + builder.getClass().getName()
							+ ", which does not know it.",
					"""
							Set the proxy where the engine is made, and remove the property, or choose an engine:

							%s""".formatted(ContactHubConfigurationException.lines("spring.http.clients.imperative",
							"factory: http-components")));
		}
		if (proxy.username() != null && !ClientEngines.supportProxyUser(builder, baseUrl)) {
			throw new ContactHubConfigurationException(prefix + ".http.proxy.username",
					"is set: the client of the JDK does not tell it to a proxy of https, unless it is started with "
							+ "-Djdk.http.auth.tunneling.disabledSchemes= (empty).",
					"""
							Start Java so, or choose another engine, for example:

							%s""".formatted(ContactHubConfigurationException.lines("spring.http.clients.imperative",
							"factory: http-components")));
		}
	}

}

package io.contacthub.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * Request factory of clients that are given none: the client of the JDK, whose requests
 * end with the time of their call. Spring's factory has one time-out for all requests, so
 * each has a factory of its own, which holds nothing but the client.
 */
final class JdkRequestFactory extends AbstractClientHttpRequestFactoryWrapper {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration SHORTEST = Duration.ofMillis(1);

	private final HttpClient client;

	private final Supplier<Duration> timeLeft;

	private JdkRequestFactory(HttpClient client, Supplier<Duration> timeLeft) {
		super(factory(client, READ_TIMEOUT));
		this.client = client;
		this.timeLeft = timeLeft;
	}

	static JdkRequestFactory of(Supplier<Duration> timeLeft) {
		return new JdkRequestFactory(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(CONNECT_TIMEOUT)
			.build(), timeLeft);
	}

	private static JdkClientHttpRequestFactory factory(HttpClient client, Duration readTimeout) {
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(readTimeout);
		// it cannot tell a broken encoding from a broken connection
		factory.enableCompression(false);
		return factory;
	}

	@Override
	protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory unhurried)
			throws IOException {
		Duration left = this.timeLeft.get();
		if (left.compareTo(READ_TIMEOUT) >= 0) {
			return unhurried.createRequest(uri, method);
		}
		return factory(this.client, (left.compareTo(SHORTEST) < 0) ? SHORTEST : left).createRequest(uri, method);
	}

}

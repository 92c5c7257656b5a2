package io.contacthub.autoconfigure.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * {@link ClientEngine} that is Reactor Netty.
 */
final class ReactorNettyEngine implements ClientEngine {

	private static final AttributeKey<@Nullable Future<?>> LIMIT = AttributeKey
		.valueOf("io.contacthub.autoconfigure.limit");

	private final ReactorClientHttpRequestFactoryBuilder builder;

	ReactorNettyEngine(ReactorClientHttpRequestFactoryBuilder builder) {
		this.builder = builder;
	}

	@Override
	public ClientHttpRequestFactory create(EngineSettings settings, Supplier<Duration> timeLeft,
			Consumer<AutoCloseable> resources) {
		return this.builder.withHttpClientCustomizer((client) -> tame(client, settings)).build(settings.client());
	}

	private static HttpClient tame(HttpClient client, EngineSettings settings) {
		HttpClient tamed = client.disableRetry(true)
			.doOnChannelInit((observer, channel, address) -> limitHandshake(channel, settings.connectTimeout()))
			.doOnRequest((request, connection) -> limit(connection.channel(), settings.callTimeout()))
			.doOnResponse((response, connection) -> {
				if (response.status().code() < HttpResponseStatus.OK.code()) {
					// it is taken for the answer: what follows must not meet another
					// request
					connection.markPersistent(false);
				}
			})
			.doAfterResponseSuccess((response, connection) -> release(connection.channel()));
		ProxySettings proxy = settings.proxy();
		return (proxy != null) ? tamed.proxy((spec) -> useProxy(spec, proxy)) : tamed;
	}

	private static void useProxy(ProxyProvider.TypeSpec spec, ProxySettings proxy) {
		ProxyProvider.Builder builder = spec.type(ProxyProvider.Proxy.HTTP).host(proxy.host()).port(proxy.port());
		builder.nonProxyHostsPredicate(
				(address) -> address instanceof InetSocketAddress target && proxy.excludes(target.getHostString()));
		if (proxy.username() != null) {
			builder.username(proxy.username()).password((name) -> String.valueOf(proxy.password()));
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
	 * Close the connection when an answer takes too long as a whole: the read time-out
	 * only stops one that pauses.
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

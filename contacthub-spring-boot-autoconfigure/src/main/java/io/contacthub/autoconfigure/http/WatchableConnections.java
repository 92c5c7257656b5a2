package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Factory of the connections of Apache HttpClient on channels, which tell at once and
 * without waiting whether the server has closed its side. Other sockets take a
 * millisecond.
 */
final class WatchableConnections extends PoolingHttpClientConnectionManagerBuilder {

	private WatchableConnections() {
	}

	/**
	 * Build with the settings of another builder, which has no methods to read them.
	 */
	static WatchableConnections like(PoolingHttpClientConnectionManagerBuilder builder) {
		WatchableConnections connections = new WatchableConnections();
		ReflectionUtils.shallowCopyFieldState(builder, connections);
		return connections;
	}

	@Override
	protected HttpClientConnectionOperator createConnectionOperator(@Nullable SchemePortResolver ports,
			@Nullable DnsResolver names, TlsSocketStrategy tls) {
		return new DefaultHttpClientConnectionOperator(WatchableConnections::socket, ports, names,
				RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
	}

	/**
	 * There are no channels by way of a SOCKS proxy.
	 */
	private static Socket socket(@Nullable Proxy socksProxy) throws IOException {
		return (socksProxy != null) ? new Socket(socksProxy) : SocketChannel.open().socket();
	}

}

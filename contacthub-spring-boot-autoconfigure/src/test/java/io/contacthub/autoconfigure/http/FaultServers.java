package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/**
 * All servers of the fault suite.
 */
final class FaultServers implements AutoCloseable {

	/** The header that tells several calls at the same time apart. */
	static final String LANE_HEADER = "X-Lane";

	private final WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
		.dynamicPort()
		.dynamicHttpsPort()
		.http2PlainDisabled(true)
		.http2TlsDisabled(true)
		.containerThreads(60));

	private final MisbehavingServer raw = new MisbehavingServer();

	private final MisbehavingServer elsewhere = new MisbehavingServer();

	private final ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

	private final List<Socket> waiting = new ArrayList<>();

	/** Has a port that nobody listens on, and keeps others from doing so. */
	private final Socket closed = new Socket();

	FaultServers() throws IOException {
		this.wireMock.start();
		fill();
		this.closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
	}

	/**
	 * Connect until no more connections are taken, since nobody accepts them.
	 */
	private void fill() throws IOException {
		for (int i = 0; i < 50; i++) {
			Socket socket = new Socket();
			this.waiting.add(socket);
			try {
				socket.connect(this.full.getLocalSocketAddress(), 200);
			}
			catch (SocketTimeoutException ex) {
				return;
			}
		}
		throw new IllegalStateException("The listener takes ever more connections");
	}

	WireMockServer wireMock() {
		return this.wireMock;
	}

	int stubbedRequests(String lane) {
		return (int) this.wireMock.getAllServeEvents()
			.stream()
			.map((event) -> event.getRequest().getHeader(LANE_HEADER))
			.filter((header) -> lane.equals((header != null) ? header : ""))
			.count();
	}

	MisbehavingServer raw() {
		return this.raw;
	}

	/**
	 * A server that must never see a request.
	 */
	MisbehavingServer elsewhere() {
		return this.elsewhere;
	}

	String stubbedAddress() {
		return "http://localhost:" + this.wireMock.port();
	}

	String addressThatRefuses() {
		return "http://localhost:" + this.closed.getLocalPort();
	}

	String addressThatIsFull() {
		return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
				+ ((InetSocketAddress) this.full.getLocalSocketAddress()).getPort();
	}

	String addressWithUntrustedCertificate() {
		return "https://localhost:" + this.wireMock.httpsPort();
	}

	@Override
	public void close() throws IOException {
		for (Socket socket : this.waiting) {
			socket.close();
		}
		this.full.close();
		this.closed.close();
		this.raw.close();
		this.elsewhere.close();
		this.wireMock.stop();
	}

}

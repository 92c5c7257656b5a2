package io.contacthub.autoconfigure.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BoundedSocket}.
 */
@DisplayName("The socket of a connection")
class BoundedSocketTests {

	@Test
	@DisplayName("tells that the time was over with each read after it, however the connection is found closed")
	void tellsTimeout() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket socket = SocketChannel.open(server.getLocalSocketAddress()).socket()) {
			AnswerBounds bounds = new AnswerBounds(1000, () -> Duration.ofMillis(20));
			InputStream answers = new BoundedSocket(socket, bounds, new InputProbe(), () -> {
			}).getInputStream();
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(answers::read);
			}
		}
	}

}

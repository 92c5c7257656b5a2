package io.contacthub.benchmarks.emulator;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that stays open for one request after the other, and costs as little as
 * possible itself: what is measured is to be the server.
 */
final class KeptConnection implements AutoCloseable {

	private static final String LENGTH = "content-length:";

	private final Socket socket;

	private final InputStream input;

	KeptConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setTcpNoDelay(true);
		this.input = new BufferedInputStream(this.socket.getInputStream(), 64 * 1024);
	}

	/**
	 * Send a request and read the answer, which must have a known length.
	 * @param request the request as it goes over the wire
	 * @return the body of the answer
	 * @throws IOException if the answer is none, or another one than 200
	 */
	byte[] exchange(byte[] request) throws IOException {
		this.socket.getOutputStream().write(request);
		String status = line();
		int length = -1;
		for (String header = line(); !header.isEmpty(); header = line()) {
			if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
				length = Integer.parseInt(header.substring(LENGTH.length()).strip());
			}
		}
		byte[] body = this.input.readNBytes(Math.max(length, 0));
		if (!status.startsWith("HTTP/1.1 200") || length < 0) {
			throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
		}
		return body;
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("The server closed the connection");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}

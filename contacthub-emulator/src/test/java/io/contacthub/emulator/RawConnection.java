package io.contacthub.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Connection to an emulator for requests that no HTTP client would send.
 */
final class RawConnection implements AutoCloseable {

	private final Socket socket;

	private final String token;

	RawConnection(ContactHubEmulator emulator) throws IOException {
		this("localhost", emulator.port(), emulator.token());
	}

	RawConnection(String host, int port, String token) throws IOException {
		this.socket = new Socket(host, port);
		this.socket.setSoTimeout(20_000);
		this.token = token;
	}

	/**
	 * Sends a request without a body, and with the token.
	 * @param line method and target
	 */
	Answer send(String line, String... headers) throws IOException {
		return send(line, new byte[0], headers);
	}

	Answer send(String line, byte[] body, String... headers) throws IOException {
		write(line, body, headers);
		return read(!line.startsWith("HEAD"));
	}

	void write(String line, byte[] body, String... headers) throws IOException {
		StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
			.append(this.token)
			.append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		if (body.length > 0) {
			head.append("Content-Length: ").append(body.length).append("\r\n");
		}
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
		request.writeBytes(body);
		this.socket.getOutputStream().write(request.toByteArray());
	}

	private Answer read(boolean withBody) throws IOException {
		InputStream input = this.socket.getInputStream();
		String line = readLine(input);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String header = readLine(input); !header.isEmpty(); header = readLine(input)) {
			int colon = header.indexOf(':');
			headers.merge(header.substring(0, colon), header.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
		}
		int length = withBody ? Integer.parseInt(headers.getOrDefault("Content-Length", "0")) : 0;
		return new Answer(Integer.parseInt(line.split(" ")[1]), headers,
				new String(input.readNBytes(length), StandardCharsets.UTF_8));
	}

	private static String readLine(InputStream input) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = input.read(); next != '\n'; next = input.read()) {
			if (next < 0) {
				throw new IOException("The connection was closed after '" + line + "'");
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

	record Answer(int status, Map<String, String> headers, String body) {

	}

}

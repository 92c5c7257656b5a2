package io.contacthub.autoconfigure.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request and what the server says to it, down to the bytes.
 */
final class Conversation {

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");

	private static final Pattern LANE = Pattern.compile("(?i)\r\n" + FaultServers.LANE_HEADER + ": *(\\w+)");

	private final Socket socket;

	private int number;

	private String head = "";

	Conversation(Socket socket) {
		this.socket = socket;
	}

	/**
	 * Read the request, its body included.
	 */
	void readRequest() throws IOException {
		InputStream in = new BufferedInputStream(this.socket.getInputStream());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				throw new EOFException("No whole request came");
			}
			bytes.write(next);
		}
		this.head = bytes.toString(StandardCharsets.ISO_8859_1);
		Matcher length = LENGTH.matcher(this.head);
		if (length.find()) {
			in.readNBytes(Integer.parseInt(length.group(1)));
		}
	}

	/**
	 * Read the beginning of the request.
	 */
	void readBytes(int count) throws IOException {
		this.socket.getInputStream().readNBytes(count);
	}

	/**
	 * Which of several calls at the same time the request belongs to.
	 */
	String lane() {
		Matcher lane = LANE.matcher(this.head);
		return lane.find() ? lane.group(1) : "";
	}

	void count(int number) {
		this.number = number;
	}

	/**
	 * The position of the request among those of its call, from 1.
	 */
	int number() {
		return this.number;
	}

	boolean isPatch() {
		return this.head.startsWith("PATCH ");
	}

	/**
	 * Whether the request asks for a list.
	 */
	boolean isList() {
		return this.head.startsWith("GET ") && this.head.substring(0, this.head.indexOf('\r')).contains("/customers?");
	}

	void send(String text) throws IOException {
		send(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	void send(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	/**
	 * Send one byte after the other.
	 */
	void drip(String text, long pauseMillis) throws IOException {
		for (char character : text.toCharArray()) {
			send(String.valueOf(character));
			pause(pauseMillis);
		}
	}

	void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Neither read nor say anything for some time.
	 */
	void waitFor(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Say nothing until the client gives up.
	 */
	void fallSilent() throws IOException {
		while (this.socket.getInputStream().read() >= 0) {
			continue;
		}
	}

	/**
	 * End the connection by a reset, after what was sent before had time to arrive.
	 */
	void reset() throws IOException {
		pause(50);
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

}

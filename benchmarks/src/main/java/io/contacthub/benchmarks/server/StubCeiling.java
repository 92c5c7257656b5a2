package io.contacthub.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.benchmarks.BenchmarkPlan;
import io.contacthub.benchmarks.Documents;
import io.contacthub.benchmarks.Samples;
import io.contacthub.benchmarks.Table;

/**
 * How fast the server is, asked by a plain socket that knows how long its answers are: a
 * client that comes near is held up by the server, and measures it instead of itself.
 */
public final class StubCeiling {

	/** As many requests are on their way at a time. */
	private static final int DEPTH = 32;

	private static final String PREFIX = "/hub/v1/workspaces/" + Documents.WORKSPACE_ID;

	private StubCeiling() {
	}

	/**
	 * Measure the server.
	 * @param stub the server
	 * @param plan how much is to be measured
	 * @return a row for each kind of request
	 * @throws IOException if the server does not answer as it should
	 */
	public static Table measure(StubProcess stub, BenchmarkPlan plan) throws IOException {
		Map<String, byte[]> requests = new LinkedHashMap<>();
		requests.put("customer", request("GET " + PREFIX + "/customers/" + Documents.customerId(0), ""));
		requests.put("event", request("POST " + PREFIX + "/events", Documents.event()));
		requests.put("page", request("GET " + PREFIX + "/customers?page=0&size=50", ""));
		List<List<String>> rows = new ArrayList<>();
		for (Map.Entry<String, byte[]> request : requests.entrySet()) {
			rows.add(List.of(request.getKey(), samples(stub, request.getValue(), 1, plan).text(),
					samples(stub, request.getValue(), DEPTH, plan).text()));
		}
		return new Table("The stub server itself",
				List.of("what", "µs, one after the other", "µs, " + DEPTH + " at a time"), rows);
	}

	private static byte[] request(String line, String body) {
		byte[] bytes = Documents.bytes(body);
		return Documents.bytes(line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token\r\n"
				+ "Accept: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body);
	}

	private static Samples samples(StubProcess stub, byte[] request, int depth, BenchmarkPlan plan) throws IOException {
		List<Double> rounds = new ArrayList<>();
		long nanoseconds = plan.smoke() ? 1_000_000 : 1_000_000_000;
		try (Socket socket = new Socket(InetAddress.getByName("localhost"), stub.port())) {
			socket.setTcpNoDelay(true);
			long length = answerLength(socket, request);
			for (int round = -plan.seconds(); round < plan.rounds(); round++) {
				double time = time(socket, request, depth, length, nanoseconds);
				if (round >= 0) {
					rounds.add(time);
				}
			}
		}
		return new Samples(rounds);
	}

	/**
	 * Make a request, and see how long the answer is with its headers.
	 */
	private static long answerLength(Socket socket, byte[] request) throws IOException {
		socket.getOutputStream().write(request);
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = socket.getInputStream().read();
			if (next < 0) {
				throw new EOFException("The server closed the connection after " + head);
			}
			head.append((char) next);
		}
		String text = head.toString();
		if (!text.startsWith("HTTP/1.1 20")) {
			throw new IOException("The server said " + text);
		}
		int start = text.indexOf("Content-Length: ") + "Content-Length: ".length();
		long body = Long.parseLong(text.substring(start, text.indexOf('\r', start)));
		socket.getInputStream().skipNBytes(body);
		return text.getBytes(StandardCharsets.US_ASCII).length + body;
	}

	/**
	 * Return how many microseconds a request takes.
	 */
	private static double time(Socket socket, byte[] request, int depth, long length, long nanoseconds)
			throws IOException {
		byte[] batch = Documents.bytes(new String(request, StandardCharsets.UTF_8).repeat(depth));
		byte[] buffer = new byte[256 * 1024];
		long start = System.nanoTime();
		long requests = 0;
		long now;
		do {
			socket.getOutputStream().write(batch);
			skip(socket.getInputStream(), buffer, depth * length);
			requests += depth;
			now = System.nanoTime();
		}
		while (now - start < nanoseconds);
		return (now - start) / 1000.0 / requests;
	}

	private static void skip(InputStream input, byte[] buffer, long length) throws IOException {
		for (long left = length; left > 0;) {
			int read = input.read(buffer, 0, (int) Math.min(buffer.length, left));
			if (read < 0) {
				throw new EOFException("The server closed the connection");
			}
			left -= read;
		}
	}

}

package io.contacthub.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server that remembers what it was asked.
 */
final class RecordingServer implements AutoCloseable {

	private static final Map<String, String> ANSWERS = Map.of( //
			"POST /customers", "{\"id\":\"c1\",\"externalId\":\"A1\"}", //
			"GET /customers",
			"{\"elements\":[{\"id\":\"c1\",\"base\":{\"firstName\":\"Ann\"}}],\"page\":{\"size\":2,\"totalElements\":1,"
					+ "\"totalPages\":1,\"number\":0}}", //
			"GET /customers/c1", "{\"id\":\"c1\",\"base\":{\"firstName\":\"Ann\"}}", //
			"POST /events", "", //
			"GET /events/e1", "{\"id\":\"e1\",\"customerId\":\"c1\",\"type\":\"loggedIn\",\"context\":\"WEB\"}");

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	RecordingServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/hub/v1/workspaces/w1", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath().substring(exchange.getHttpContext().getPath().length());
		Request request = new Request(exchange.getRequestMethod() + " " + path,
				exchange.getRequestHeaders().getFirst("Authorization"),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		this.requests.add(request);
		byte[] answer = ANSWERS.getOrDefault(request.line(), "{}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		if (answer.length > 0) {
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
		}
		else {
			exchange.sendResponseHeaders(202, -1);
		}
		exchange.close();
	}

	String baseUrl() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/hub/v1";
	}

	List<Request> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * What was asked.
	 *
	 * @param line the method, and the path within the workspace
	 * @param authorization the header that lets the request in
	 * @param body the body
	 */
	record Request(String line, String authorization, String body) {

	}

}

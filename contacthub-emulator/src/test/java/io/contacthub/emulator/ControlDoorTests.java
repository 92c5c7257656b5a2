package io.contacthub.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ControlDoor}.
 */
@DisplayName("Behind the door to what controls the emulator,")
class ControlDoorTests {

	private static final RecentRequests requests = new RecentRequests();

	private static final HttpClient http = HttpClient.newHttpClient();

	private static EmulatorServer server;

	@BeforeAll
	static void start() {
		byte[] page = "<h1>Hello</h1>".getBytes(StandardCharsets.UTF_8);
		List<Route> routes = List.of(
				Route.of("GET", "", (request) -> EmulatedResponse.of(200, "text/html;charset=utf-8", page)),
				Route.of("GET", "things/{id}", (request) -> {
					throw RequestRejectedException.notFound("thing", request.pathVariable("id"));
				}),
				Route.of("POST", "lines", (request) -> EmulatedResponse.ok(Json.object().put("lines", count(request)))),
				Route.of("GET", "large", (request) -> EmulatedResponse.streamed(200, "text/plain", (output) -> {
					byte[] line = "0123456789\n".getBytes(StandardCharsets.US_ASCII);
					for (int i = 0; i < 100_000; i++) {
						output.write(line);
					}
				})));
		server = new EmulatorServer("localhost", 0,
				new ApiDoor((request) -> EmulatedResponse.empty(204), false, SwitchedFaultsTests.none()), requests,
				new ControlDoor(routes, true), false);
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	private static long count(EmulatedRequest request) {
		try {
			long lines = 0;
			for (int next = request.rawBody().stream().read(); next >= 0; next = request.rawBody().stream().read()) {
				lines += (next == '\n') ? 1 : 0;
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	@DisplayName("a page is served without a token, and found from the root")
	void pageIsServed() throws Exception {
		HttpResponse<String> page = send(request("/emulator/"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).isEqualTo("<h1>Hello</h1>");
		for (String path : List.of("/", "/emulator")) {
			HttpResponse<String> redirect = send(request(path));
			assertThat(redirect.statusCode()).isEqualTo(302);
			assertThat(redirect.headers().firstValue("Location")).hasValue("/emulator/");
		}
		assertThat(send(request("/").method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "localhost, 200", "127.0.0.1, 200", "[::1], 200", "hub.localhost, 200", "evil.example, 403",
			"127.0.0.1.evil.example, 403", "localhost.evil.example, 403", "192.168.0.7, 403" })
	@DisplayName("nothing is done for who calls this machine by a name that is not its own")
	void foreignNameIsForbidden(String host, int status) throws IOException {
		try (Socket socket = new Socket("localhost", server.port())) {
			String address = host + ":" + server.port();
			socket.getOutputStream()
				.write(("GET /emulator/ HTTP/1.1\r\nHost: " + address + "\r\nOrigin: http://" + address
						+ "\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.startsWith("HTTP/1.1 " + status + " ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/hub", "/hub/v1", "/favicon.ico", "/workspaces/w/customers" })
	@DisplayName("who calls another path is told which there are")
	void otherPathIsExplained(String path) throws Exception {
		HttpResponse<String> response = send(request(path));
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("/hub/v1/", "/emulator/");
	}

	@Test
	@DisplayName("an error is told as a message")
	void errorIsMessage() throws Exception {
		HttpResponse<String> missing = send(request("/emulator/things/4711"));
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).isEqualTo("{\"message\":\"thing not found 4711\"}");
		assertThat(send(request("/emulator/nothing")).statusCode()).isEqualTo(404);
		assertThat(send(request("/emulator/lines")).statusCode()).isEqualTo(405);
	}

	@Test
	@DisplayName("a body is read and an answer written as a stream")
	void bodiesAreStreams() throws Exception {
		HttpResponse<String> lines = send(
				request("/emulator/lines").POST(BodyPublishers.ofString("x\n".repeat(100_000))));
		assertThat(lines.body()).isEqualTo("{\"lines\":100000}");
		HttpResponse<String> large = send(request("/emulator/large"));
		assertThat(large.body()).hasSize(1_100_000).endsWith("0123456789\n");
		assertThat(large.headers().firstValue("Content-Length")).isEmpty();
	}

	@Test
	@DisplayName("requests of other pages are refused, those of its own page and of no page are not")
	void otherOriginIsForbidden() throws Exception {
		assertThat(send(request("/emulator/").header("Origin", "http://example.com")).statusCode()).isEqualTo(403);
		assertThat(send(request("/emulator/").header("Origin", "null")).statusCode()).isEqualTo(403);
		assertThat(send(request("/emulator/").header("Origin", address())).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("requests are not remembered")
	void requestsAreNotRemembered() throws Exception {
		send(request("/emulator/"));
		assertThat(server.client().getServeEvents()).isEmpty();
		assertThat(requests.last(10)).isEmpty();
	}

	private static String address() {
		return "http://localhost:" + server.port();
	}

	private static HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address() + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return http.send(request.build(), BodyHandlers.ofString());
	}

}

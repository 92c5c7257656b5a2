package io.contacthub.emulator.habit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.habit.Wire.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what HTTP libraries do below the API.
 */
@DisplayName("A request is answered")
class TransportHabitTests {

	private static final String CUSTOMER = "{\"externalId\":\"1\",\"nodeId\":\"NODE\"}";

	private static ContactHubEmulator emulator;

	private static Wire wire;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.start();
		wire = new Wire(emulator, emulator.token());
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	private static String head(String line, String... headers) {
		StringBuilder head = new StringBuilder(line.replace("WS", "/hub/v1/workspaces/" + emulator.workspaceId()));
		for (String header : headers) {
			head.append("\r\n").append(header.replace("TOKEN", emulator.token()));
		}
		return head.append("\r\n\r\n").toString();
	}

	private static byte[] customer() {
		return CUSTOMER.replace("NODE", emulator.nodeId()).getBytes(StandardCharsets.UTF_8);
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(ApiUser.class)
	@DisplayName("with the headers of each program")
	void headersAreAccepted(ApiUser user) {
		Answer answer = wire.send(user, "GET", "/hub/v1/me");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json;charset=UTF-8");
		assertThat(answer.headers()).as("compressed answers have no known length")
			.doesNotContainKey("Content-Encoding");
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization: Bearer TOKEN", "AUTHORIZATION: bearer TOKEN", "Authorization:Bearer TOKEN",
			"Authorization: BEARER TOKEN" })
	@DisplayName("with the token in any case")
	void tokenIsFound(String header) {
		assertThat(wire.exchange(head("GET /hub/v1/me HTTP/1.1", "host: x", header), new byte[0]).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Authorization: Bearer f4k3-t0k3n
			Authorization: Basic YTpi
			X-Other: none
			""")
	@DisplayName("with 401 when the token is wrong, in the words that programs look for")
	void wrongTokenIsTold(String header) {
		Answer answer = wire.exchange(
				head("GET WS/customers?nodeId=" + emulator.nodeId() + " HTTP/1.1", "Host: x", header), new byte[0]);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.at("/message").stringValue()).isEqualTo("The client is not authorized to access the API");
		assertThat(answer.json().propertyNames()).contains("message", "logref", "data", "errors");
	}

	@Test
	@DisplayName("on HTTP/1.0, and its connection is closed then")
	void oldProtocolIsServed() throws IOException {
		try (Socket socket = connect()) {
			socket.getOutputStream()
				.write(head("GET /hub/v1/me HTTP/1.0", "Authorization: Bearer TOKEN").getBytes(StandardCharsets.UTF_8));
			assertThat(Wire.answer(socket.getInputStream(), false).status()).isEqualTo(200);
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	@DisplayName("when it waits to be told to go on, as curl and .NET do")
	void continueIsTold() {
		Answer answer = wire.exchange(head("POST WS/customers HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
				"Content-Type: application/json", "Content-Length: " + customer().length, "Expect: 100-continue"),
				customer());
		assertThat(answer.status()).isEqualTo(201);
	}

	@Test
	@DisplayName("when its body comes in pieces")
	void chunkedBodyIsRead() {
		String body = new String(customer(), StandardCharsets.UTF_8);
		String chunks = "5\r\n" + body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n"
				+ body.substring(5) + "\r\n0\r\n\r\n";
		Answer answer = wire.exchange(
				head("POST WS/customers HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
						"Content-Type: application/json", "Transfer-Encoding: chunked"),
				chunks.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json;charset=UTF-8", "application/json; charset=utf-8",
			"APPLICATION/JSON" })
	@DisplayName("with each way to say that it is JSON")
	void typeIsAccepted(String type) {
		Answer answer = wire.exchange(head("POST WS/customers HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
				"Content-Type: " + type, "Content-Length: " + customer().length), customer());
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
	}

	@Test
	@DisplayName("one after the other on a kept connection, with a deletion without a body in between")
	void connectionIsKept() throws IOException {
		try (Socket socket = connect()) {
			InputStream input = socket.getInputStream();
			socket.getOutputStream()
				.write(head("POST WS/customers HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
						"Content-Type: application/json", "Content-Length: " + customer().length)
					.getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().write(customer());
			String id = Wire.answer(input, false).id();
			for (int status : new int[] { 200, 404, 404 }) {
				socket.getOutputStream()
					.write(head("DELETE WS/customers/" + id + " HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
							"Content-Type: application/json", "Content-Length: 0")
						.getBytes(StandardCharsets.UTF_8));
				assertThat(Wire.answer(input, false).status()).isEqualTo(status);
			}
		}
	}

	@Test
	@DisplayName("on a new connection each time, as Python's SDK asks, and as many as it likes")
	void newConnectionsAreAccepted() {
		for (int call = 0; call < 200; call++) {
			assertThat(wire.send(ApiUser.PYTHON, "GET", "/hub/v1/me").status()).isEqualTo(200);
		}
	}

	@Test
	@DisplayName("to HEAD as to GET, without the body")
	void headIsServed() {
		Answer get = wire.send(ApiUser.NODE, "GET", "customers?nodeId={node}");
		Answer head = wire.send(ApiUser.NODE, "HEAD", "customers?nodeId={node}");
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.headers().get("Content-Length")).isEqualTo(get.headers().get("Content-Length"));
	}

	@Test
	@DisplayName("when the method is wrong, in the words that programs look for")
	void wrongMethodIsTold() {
		Answer answer = wire.send(ApiUser.PHP, "DELETE", "customers");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.at("/message").stringValue()).isEqualTo("Request method 'DELETE' not supported");
		assertThat(answer.json().has("status")).isFalse();
	}

	@Test
	@DisplayName("to a deletion that has a body, which means nothing")
	void deletionWithBodyIsServed() {
		String id = wire.send(ApiUser.GO, "POST", "customers", "{'nodeId':'{node}','externalId':'1'}").id();
		assertThat(wire.send(ApiUser.GO, "DELETE", "customers/" + id, "{}").status()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0} of {1}")
	@DisplayName("with 400 when its body is not sent as it claims")
	@CsvSource(delimiter = '|', textBlock = """
			Transfer-Encoding: chunked | zz    | POST WS/customers HTTP/1.1
			Content-Length: 100        | {     | POST WS/customers HTTP/1.1
			Transfer-Encoding: chunked | 5;{   | PATCH WS/customers/1 HTTP/1.1
			Transfer-Encoding: chunked | zz    | POST /emulator/seed HTTP/1.1
			Content-Length: 100        | {     | POST /emulator/seed HTTP/1.1
			Content-Length: 100        | {     | PATCH /emulator/switches HTTP/1.1
			""")
	void brokenBodyIsTold(String header, String body, String line) throws IOException {
		try (Socket socket = connect()) {
			String head = head(line, "Host: localhost", "Authorization: Bearer TOKEN", "Content-Type: application/json",
					header);
			socket.getOutputStream().write((head + body + "\r\n").getBytes(StandardCharsets.UTF_8));
			socket.shutdownOutput();
			assertThat(Wire.answer(socket.getInputStream(), false).status()).isEqualTo(400);
		}
		assertThat(wire.send(ApiUser.PYTHON, "GET", "/hub/v1/me").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@DisplayName("with 415 when it is not JSON")
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=x",
			"application/x-www-form-urlencoded", "text/plain", ";;;" })
	void otherTypeIsRefused(String type) {
		Answer answer = wire.exchange(head("POST WS/customers HTTP/1.1", "Host: x", "Authorization: Bearer TOKEN",
				"Content-Type: " + type, "Content-Length: " + customer().length), customer());
		assertThat(answer.status()).as(answer.text()).isEqualTo(415);
	}

	private static Socket connect() throws IOException {
		Socket socket = new Socket("127.0.0.1", emulator.port());
		socket.setSoTimeout(10_000);
		return socket;
	}

}

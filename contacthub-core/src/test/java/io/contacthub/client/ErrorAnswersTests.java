package io.contacthub.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.client.RestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("The answer to a failed request")
class ErrorAnswersTests extends WireMockTests {

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S165 keeps what it says however long it is, wherever it says it")
	void keepsLongDocuments() {
		StringBuilder errors = new StringBuilder();
		for (int i = 0; i < 20_000; i++) {
			errors.append((i > 0) ? "," : "").append("{\"message\":\"wrong " + i + "\",\"path\":\"/base/x" + i + "\"}");
		}
		ContactHubFailure failure = failure(aResponse().withStatus(400)
			.withBody("{\"errors\":[" + errors + "],\"message\":\"not valid\",\"data\":{\"a\":1},\"logref\":\"l1\"}"));
		assertThat(failure.apiError().message()).isEqualTo("not valid");
		assertThat(failure.logref()).isEqualTo("l1");
		assertThat(failure.apiError().data()).isEqualTo(Map.of("a", 1));
		assertThat(failure.errors()).hasSize(100).first().satisfies((item) -> {
			assertThat(item.message()).isEqualTo("wrong 0");
			assertThat(item.path()).isEqualTo("/base/x0");
		});
		assertThat(failure.apiError().body()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[%s]", "{\"a\":[%s]}" })
	@DisplayName("S165 finds message and logref behind anything, however long, deep or great")
	void findsWhatComesLater(String data) {
		String numbers = "1,".repeat(20_000) + "1";
		for (String part : List.of(numbers, "[".repeat(2000) + "]".repeat(2000), "9".repeat(5000), "1e999999999")) {
			String body = "{\"data\":" + data.formatted(part) + ",\"errors\":[{\"message\":\"e\",\"data\":"
					+ data.formatted(part) + "}],\"message\":\"m\",\"logref\":\"l\"}";
			server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody(body)));
			assertThat(this.customers.findById("c1")).isEmpty();
		}
	}

	@Test
	@DisplayName("S165 keeps the parts that came when it breaks off")
	void keepsBrokenDocuments() {
		ContactHubFailure failure = failure(aResponse().withStatus(400)
			.withBody("{\"message\":\"not valid\",\"logref\":\"l1\",\"errors\":[{\"message\":\"one\"},{\"mess"));
		assertThat(failure.apiError().message()).isEqualTo("not valid");
		assertThat(failure.errors()).extracting(ApiError.Item::message).containsExactly("one");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
			{"base.dob":["no date"]}             | {"base.dob":["no date"]}
			{"message":"no date","path":"/base"} | no date
			"no date"                            | no date
			17                                   | 17
			["a",["b"],{"c":"d"}]                | a
			""")
	@DisplayName("S165 keeps the text of errors that are not in the usual form")
	void keepsOtherErrors(String errors, String message) {
		ContactHubFailure failure = failure(
				aResponse().withStatus(400).withBody("{\"message\":\"m\",\"logref\":\"l\",\"errors\":" + errors + "}"));
		assertThat(failure.errors()).first().extracting(ApiError.Item::message).isEqualTo(message);
		assertThat(((Exception) failure).getMessage()).contains(message);
	}

	@Test
	@DisplayName("S35 S41 names what the workspace's schema refuses, extended properties too, by its path")
	void namesFaults() {
		server.stubFor(post(urlPathEqualTo(WORKSPACE + "/customers")).willReturn(jsonResponse("""
				{"message":"customer is not valid","logref":"l1","data":null,"errors":[
				{"message":"not an integer","path":"/extended/points","data":null,"code":null},
				{"message":"required","path":"/base/contacts/email","data":null,"code":17}]}""", 400)));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.customers.insert(Map.of("extended", Map.of("points", "many"))))
			.withMessage(
					"POST /customers failed: status 400, message: customer is not valid, errors: [not an integer at "
							+ "/extended/points, required at /base/contacts/email], logref: l1")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).errors()).containsExactly(
					new ApiError.Item("not an integer", "/extended/points", null, null),
					new ApiError.Item("required", "/base/contacts/email", null, 17)));
		verify(1, postRequestedFor(urlEqualTo(WORKSPACE + "/customers"))
			.withRequestBody(equalToJson("{\"nodeId\":\"n1\",\"extended\":{\"points\":\"many\"}}")));
	}

	@Test
	@DisplayName("S165 is read in the charset that it declares")
	void readsCharsets() {
		byte[] body = "{\"message\":\"già\",\"logref\":\"l\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(failure(aResponse().withStatus(400)
			.withHeader("Content-Type", "application/json;charset=ISO-8859-1")
			.withBody(body)).apiError().message()).isEqualTo("già");
		assertThat(failure(aResponse().withStatus(500)
			.withHeader("Content-Type", "text/html; charset=ISO-8859-1")
			.withBody("<p>già".getBytes(StandardCharsets.ISO_8859_1))).apiError().body()).isEqualTo("<p>già");
		assertThat(failure(aResponse().withStatus(400)
			.withHeader("Content-Type", "application/json;charset=none-such")
			.withBody("{\"message\":\"già\"}")).apiError().message()).isEqualTo("già");
	}

	@ParameterizedTest
	@CsvSource({ "408,true", "500,true", "501,true", "502,true", "503,true", "504,true", "302,true", "400,false",
			"401,false", "403,false", "409,false", "413,false", "423,false", "429,false" })
	@DisplayName("says of a write whose outcome is unknown that it is")
	void saysThatItIsOpen(int status, boolean open) {
		server.stubFor(any(anyUrl()).willReturn(status(status)));
		for (ThrowingCallable write : List.<ThrowingCallable>of(
				() -> this.customers.insert(Customer.builder().extra("x").build()),
				() -> this.customers.deleteById("c1"))) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(write)
				.satisfies((ex) -> assertThat(ex.getMessage().endsWith("; whether it was carried out is unknown"))
					.isEqualTo(open));
		}
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.getById("c1"))
			.withMessageNotContaining("unknown");
	}

	@Test
	@DisplayName("says of a write without an answer that its outcome is unknown")
	void saysThatItIsOpenWithoutAnswer() {
		server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.insert(Customer.builder().extra("x").build()))
			.withMessage("POST /customers failed: the connection failed before the answer was complete; "
					+ "whether it was carried out is unknown");
	}

	@Test
	@DisplayName("says what to do when the address is too long")
	void explainsLongAddresses() {
		server.stubFor(any(anyUrl()).willReturn(status(414)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.customers.count())
			.withMessageContaining("status 414; the query is too long for an address, give fewer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "<html>", "{\"id\":{}}", "{\"id\":\"e1\"", "{\"id\":[1]}" })
	@DisplayName("S143 of an event that was accepted is a success, whatever it holds")
	void acceptsAnyReceipt(String body) {
		server.stubFor(
				post(urlPathEqualTo(WORKSPACE + "/events")).willReturn(aResponse().withStatus(202).withBody(body)));
		Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");
		assertThat(this.node.events().add(event).type()).isEqualTo(EventType.LOGGED_IN);
		verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S143 of an event that was accepted is a success, also when it breaks off")
	void acceptsBrokenReceipts() {
		server.stubFor(post(urlPathEqualTo(WORKSPACE + "/events"))
			.willReturn(aResponse().withStatus(202).withHeader("Content-Length", "1000").withBody("{\"id\":\"e1\"")));
		Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");
		Node quick = workspace().client((client) -> client.callTimeout(Duration.ofMillis(500))).build().node("n1");
		assertThat(quick.events().add(event).customerId()).isEqualTo("c1");
		verify(1, postRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("can be read by interceptors of the application, and still by the client, buffered or not")
	void canBeReadTwice() {
		answer(any(anyUrl()), "{\"id\":\"c1\",\"extra\":\"" + "x".repeat(100_000) + "\"}");
		List<Consumer<RestClient.Builder>> customizers = List.of(
				(rest) -> rest.bufferContent((uri, method) -> true).requestInterceptor(ErrorAnswersTests::readAll),
				(rest) -> rest.requestInterceptor(ErrorAnswersTests::readAll),
				(rest) -> rest.requestInterceptor(ErrorAnswersTests::readSome),
				(rest) -> rest.bufferContent((uri, method) -> true));
		for (Consumer<RestClient.Builder> customizer : customizers) {
			server.resetRequests();
			CustomerRepository logged = workspace().client((client) -> client.restClient(customizer))
				.build()
				.node("n1")
				.customers();
			assertThat(logged.insert(Customer.builder().extra("x").build()).extra()).hasSize(100_000);
			verify(1, postRequestedFor(anyUrl()));
		}
	}

	@Test
	@DisplayName("can be read and closed by interceptors, and is the one that they return")
	void canBeClosed() {
		answer(any(anyUrl()), "{\"id\":\"c1\",\"extra\":\"" + "x".repeat(100_000) + "\"}");
		server.stubFor(get(WORKSPACE + "/customers/shadow").willReturn(notFound()));
		List<ClientHttpRequestInterceptor> interceptors = List.of((request, body, execution) -> {
			ClientHttpResponse response = readAll(request, body, execution);
			response.close();
			return response;
		}, (request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			HttpRequest shadow = new HttpRequestWrapper(request) {

				@Override
				public URI getURI() {
					return URI.create(server.baseUrl() + WORKSPACE + "/customers/shadow");
				}

				@Override
				public HttpMethod getMethod() {
					return HttpMethod.GET;
				}

			};
			execution.execute(shadow, new byte[0]).close();
			return response;
		});
		for (ClientHttpRequestInterceptor interceptor : interceptors) {
			CustomerRepository logged = workspace()
				.client((client) -> client.restClient((rest) -> rest.requestInterceptor(interceptor)))
				.build()
				.node("n1")
				.customers();
			assertThat(logged.insert(Customer.builder().extra("x").build()).extra()).hasSize(100_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 20\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n",
			"Content-Length: 20\r\n\r\n{\"id\"" })
	@DisplayName("S143 of an event that was accepted is a success, also when nothing of its body comes, or not all")
	void acceptsReceiptsWithoutBody(String rest) throws Exception {
		Event event = Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1");
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<Void> served = CompletableFuture.runAsync(() -> accept(listener, rest));
			Node quick = workspace().baseUrl("http://localhost:" + listener.getLocalPort())
				.client((client) -> client.callTimeout(Duration.ofSeconds(5)))
				.build()
				.node("n1");
			assertThat(quick.events().add(event).id()).isNull();
			assertThat(served).succeedsWithin(Duration.ofSeconds(5));
		}
	}

	/**
	 * Answer one request with 202, and close the connection.
	 */
	private static void accept(ServerSocket listener, String rest) {
		try (Socket socket = listener.accept()) {
			byte[] request = new byte[64 * 1024];
			int length = 0;
			while (!new String(request, 0, length, StandardCharsets.UTF_8).endsWith("\"properties\":{}}")) {
				length += socket.getInputStream().read(request, length, request.length - length);
			}
			socket.getOutputStream().write(("HTTP/1.1 202 Accepted\r\n" + rest).getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			// the JDK's client forgets an answer whose end comes together with its
			// headers
			Thread.sleep(500);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("S37 of somebody else to a conflict names no customer to be changed")
	void believesNoOtherConflict() {
		server.stubFor(any(anyUrl())
			.willReturn(jsonResponse("{\"message\":\"conflict, request 123e4567-e89b-12d3-a456-426614174000\"}", 409)));
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.customers.upsert(Customer.builder().extra("x").build()))
			.satisfies((ex) -> assertThat(ex.existingCustomerId()).isNull());
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("can be serialized with its failure, also when it could not be read")
	void isSerializable() throws Exception {
		server.stubFor(any(anyUrl()).willReturn(okJson("<html>")));
		DataAccessException failure = catchThrowableOfType(DataAccessException.class,
				() -> this.customers.getById("c1"));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(failure);
		assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
			.hasToString(failure.toString());
	}

	private static ClientHttpResponse readAll(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		assertThat(response.getBody().readAllBytes()).hasSizeGreaterThan(100_000);
		assertThat(response.getBody().readAllBytes()).hasSizeGreaterThan(100_000);
		return response;
	}

	private static ClientHttpResponse readSome(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse response = execution.execute(request, body);
		assertThat(response.getBody().readNBytes(10)).hasSize(10);
		return response;
	}

	private ContactHubFailure failure(ResponseDefinitionBuilder answer) {
		server.stubFor(any(anyUrl()).willReturn(answer));
		try {
			this.customers.getById("c1");
		}
		catch (DataAccessException ex) {
			return ContactHubFailure.in(new IllegalStateException(ex)).orElseThrow();
		}
		throw new AssertionError("The request did not fail");
	}

}

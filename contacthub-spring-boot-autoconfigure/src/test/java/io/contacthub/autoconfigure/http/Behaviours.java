package io.contacthub.autoconfigure.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.autoconfigure.http.RawBehaviour.Script;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

/**
 * The behaviours of the fault suite, by their names.
 */
final class Behaviours {

	/** The customer that a well-behaved server answers with. */
	static final String CUSTOMER = "{\"id\":\"c1\",\"externalId\":\"e1\",\"base\":{\"firstName\":\"Ann\"}}";

	/** The page that a well-behaved server answers with. */
	static final String PAGE = page(CUSTOMER, "{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}");

	private static final int HUGE = 10 * 1024 * 1024;

	private static final String ERROR = "{\"message\":\"it failed\",\"logref\":\"l1\",\"data\":{\"a\":1},\"errors\":["
			+ "{\"message\":\"wrong\",\"path\":\"/base/dob\",\"data\":null,\"code\":7}]}";

	private static final String CONFLICT = "{\"message\":\"Conflict\",\"logref\":\"l1\",\"data\":{\"customer\":"
			+ "{\"id\":\"c9\",\"href\":\"https://example.com/customers/c9\"}},\"errors\":[]}";

	private static final String HTML = "<html><body><h1>It does not work</h1></body></html>";

	private final Map<String, Behaviour> all = new LinkedHashMap<>();

	private final FaultServers servers;

	private Behaviours(FaultServers servers) {
		this.servers = servers;
		addReadableAnswers();
		addUnreadableAnswers();
		addListAnswers();
		addBrokenAnswers();
		addSlowAnswers();
		addUnreachableServers();
		addStatuses();
		addErrorBodies();
		addRecoveries();
	}

	static Map<String, Behaviour> all(FaultServers servers) {
		return new Behaviours(servers).all;
	}

	private void addReadableAnswers() {
		wireMock("200 with the document", (answer) -> answer);
		wireMock("200 with the document in slow chunks", (answer) -> answer.withChunkedDribbleDelay(5, 60));
		raw("200 with the document in small chunks", (conversation) -> {
			conversation.send(head("200 OK", "Transfer-Encoding: chunked"));
			for (byte character : document(conversation)) {
				conversation.send("1;x=y\r\n" + (char) character + "\r\n");
			}
			conversation.send("0\r\nX-Trailer: y\r\n\r\n");
		});
		wireMock("201 with the document", (answer) -> answer.withStatus(201));
		wireMock("299 with the document", (answer) -> answer.withStatus(299));
		raw("200 with the document as text/plain", documentWith("Content-Type: text/plain"));
		raw("200 with the document as text/html", documentWith("Content-Type: text/html; charset=UTF-8"));
		raw("200 with the document without Content-Type", documentWith("X-Nothing: here"));
		raw("200 with the document and a Content-Type that is none", documentWith("Content-Type: garbage"));
		raw("200 with the document and an unknown charset",
				documentWith("Content-Type: application/json;charset=klingon"));
		raw("200 with the document in UTF-16", (conversation) -> answer(conversation, "200 OK",
				new String(document(conversation), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)));
		raw("200 with the document after a byte order mark", (conversation) -> answer(conversation, "200 OK",
				join("\uFEFF".getBytes(StandardCharsets.UTF_8), document(conversation))));
		raw("200 with the document in gzip", (conversation) -> answer(conversation, "200 OK",
				zip(document(conversation)), "Content-Encoding: gzip"));
		raw("200 with the document to the end of the connection", (conversation) -> {
			conversation.send(head("200 OK"));
			conversation.send(document(conversation));
		});
		raw("200 of HTTP/1.0 with the document", (conversation) -> {
			conversation.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n");
			conversation.send(document(conversation));
		});
		raw("200 without a reason", (conversation) -> answer(conversation, "200 ", document(conversation)));
		raw("100, then 200 with the document", (conversation) -> {
			conversation.send("HTTP/1.1 100 Continue\r\n\r\n");
			answer(conversation, "200 OK", document(conversation));
		});
		raw("103, then 200 with the document", (conversation) -> {
			conversation.send("HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n");
			answer(conversation, "200 OK", document(conversation));
		});
		body("200 with members of wrong types",
				"{\"id\":\"c1\",\"enabled\":\"perhaps\",\"registeredAt\":[],\"base\":{\"dob\":\"soon\","
						+ "\"contacts\":7,\"educations\":{},\"jobs\":[1]},\"tags\":\"none\",\"extended\":null}");
		raw("204 to a PATCH, else 200 with the document", (conversation) -> {
			if (conversation.isPatch()) {
				conversation.send(head("204 No Content"));
			}
			else {
				answer(conversation, "200 OK", document(conversation));
			}
		});
	}

	private void addUnreadableAnswers() {
		wireMock("204 without a body", (answer) -> aResponse().withStatus(204));
		answer("200 without a body", "200 OK", "");
		raw("200 with an empty chunked body",
				(conversation) -> conversation.send(head("200 OK", "Transfer-Encoding: chunked") + "0\r\n\r\n"));
		answer("200 with HTML", "200 OK", HTML, "Content-Type: text/html");
		answer("200 with HTML as JSON", "200 OK", HTML);
		answer("200 with half a document", "200 OK", CUSTOMER.substring(0, 20));
		raw("200 with a Content-Length that is too short", (conversation) -> {
			conversation.send(head("200 OK", "Content-Length: 10"));
			conversation.send(document(conversation));
		});
		answer("200 with two documents", "200 OK", CUSTOMER + CUSTOMER);
		answer("200 with blanks", "200 OK", "   \r\n  ");
		answer("200 with null", "200 OK", "null");
		answer("200 with an empty array", "200 OK", "[]");
		answer("200 with a text", "200 OK", "\"" + "c1".repeat(1000) + "\"");
		answer("200 with a number", "200 OK", "17");
		answer("200 with true", "200 OK", "true");
		answer("200 with NaN as a member", "200 OK", "{\"id\":\"c1\",\"x\":NaN}");
		raw("200 with invalid UTF-8", (conversation) -> answer(conversation, "200 OK",
				"{\"id\":\"c1\",\"extra\":\"\u00e4\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1)));
		answer("200 with 30,000 arrays in each other", "200 OK", "[".repeat(30_000) + "]".repeat(30_000));
		answer("200 with 100,000 arrays in each other", "200 OK", "[".repeat(100_000) + "]".repeat(100_000));
		answer("200 with 10,000 objects in a member", "200 OK",
				"{\"id\":\"c1\",\"extended\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001));
		answer("200 with a number of 10,000 digits", "200 OK", "{\"id\":\"c1\",\"extra\":" + "9".repeat(10_000) + "}");
		answer("200 with a number of 100,000 digits", "200 OK",
				"{\"id\":\"c1\",\"extra\":" + "9".repeat(100_000) + "}");
		answer("200 with a number beyond all numbers", "200 OK", "{\"id\":\"c1\",\"extra\":1e2147483648}");
		answer("200 with a huge document", "200 OK", hugeDocument());
		raw("200 with a huge document in chunks", (conversation) -> {
			conversation.send(head("200 OK", "Transfer-Encoding: chunked"));
			conversation.send(Integer.toHexString(hugeDocument().length()) + "\r\n" + hugeDocument() + "\r\n0\r\n\r\n");
		});
		raw("200 with an endless document", (conversation) -> {
			conversation.send(head("200 OK", "Transfer-Encoding: chunked"));
			sendChunk(conversation, "{\"id\":\"c1\",\"extra\":\"");
			sendForEver(conversation);
		});
		raw("200 with a gzip bomb", (conversation) -> answer(conversation, "200 OK",
				zip(hugeDocument().getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip"));
		raw("200 with half a document in gzip", (conversation) -> answer(conversation, "200 OK",
				Arrays.copyOf(zip(document(conversation)), 30), "Content-Encoding: gzip"));
		answer("200 with gzip that is none", "200 OK", CUSTOMER, "Content-Encoding: gzip");
	}

	private void addListAnswers() {
		String metadata = "{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}";
		body("list without elements", "{\"page\":" + metadata + "}");
		body("list without a page", "{\"elements\":[" + CUSTOMER + "]}");
		body("list that is a customer", CUSTOMER);
		body("list whose elements are null", "{\"elements\":null,\"page\":" + metadata + "}");
		body("list whose elements are an object", "{\"elements\":{},\"page\":" + metadata + "}");
		body("list with a text as an element", page("\"c1\"", metadata));
		body("list with a list as an element", page("[" + CUSTOMER + "]", metadata));
		body("list with null as an element", page(CUSTOMER + ",null", metadata));
		body("list whose page is a text", page(CUSTOMER, "\"first\""));
		body("list with a negative page number", page(CUSTOMER, metadata.replace("\"number\":0", "\"number\":-1")));
		body("list with a negative total of elements",
				page(CUSTOMER, metadata.replace("\"totalElements\":1", "\"totalElements\":-1")));
		body("list with a negative total of pages",
				page(CUSTOMER, metadata.replace("\"totalPages\":1", "\"totalPages\":-1")));
		body("list whose total is a text", page(CUSTOMER, metadata.replace("Elements\":1", "Elements\":\"many\"")));
		body("list without a total of pages", page(CUSTOMER, metadata.replace(",\"totalPages\":1", "")));
		body("list without a total of elements", page(CUSTOMER, metadata.replace(",\"totalElements\":1", "")));
		body("list without a page number", page(CUSTOMER, metadata.replace(",\"number\":0", "")));
		body("list of another page", page(CUSTOMER, metadata.replace("\"number\":0", "\"number\":1")));
		body("list whose total is beyond all numbers",
				page(CUSTOMER, metadata.replace("Elements\":1", "Elements\":99999999999999999999")));
	}

	private void addBrokenAnswers() {
		raw("body cut off before its length", (conversation) -> sendHalf(conversation, "200 OK"));
		raw("body reset before its length", (conversation) -> {
			sendHalf(conversation, "200 OK");
			conversation.reset();
		});
		raw("body cut off within a chunk", (conversation) -> conversation
			.send(head("200 OK", "Transfer-Encoding: chunked") + "40\r\n" + CUSTOMER.substring(0, 20)));
		raw("body cut off between two chunks", (conversation) -> {
			conversation.send(head("200 OK", "Transfer-Encoding: chunked"));
			sendChunk(conversation, new String(document(conversation), StandardCharsets.UTF_8));
		});
		raw("body with a chunk whose length is none", (conversation) -> conversation
			.send(head("200 OK", "Transfer-Encoding: chunked") + "zz\r\n" + CUSTOMER + "\r\n0\r\n\r\n"));
		wireMock("body with a malformed chunk", (answer) -> answer.withFault(Fault.MALFORMED_RESPONSE_CHUNK));
		raw("Content-Length that is no number", (conversation) -> {
			conversation.send(head("200 OK", "Content-Length: many"));
			conversation.send(document(conversation));
		});
		wireMock("random data", (answer) -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE));
		raw("greeting of another protocol", (conversation) -> conversation.send("SSH-2.0-OpenSSH_9.6\r\n"));
		raw("alert of TLS",
				(conversation) -> conversation.send(new byte[] { 0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28 }));
		wireMock("empty answer", (answer) -> answer.withFault(Fault.EMPTY_RESPONSE));
		wireMock("connection reset", (answer) -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER));
		raw("connection closed without an answer", (conversation) -> {
		});
		this.all.put("connection closed before the request is read", RawBehaviour.deaf((conversation) -> {
		}));
		this.all.put("connection reset within the request", RawBehaviour.deaf((conversation) -> {
			conversation.readBytes(20);
			conversation.reset();
		}));
		raw("connection closed within the status line", (conversation) -> conversation.send("HTTP/1."));
		raw("connection closed after the status line", (conversation) -> conversation.send("HTTP/1.1 200 OK\r\n"));
		raw("connection closed within the headers",
				(conversation) -> conversation.send("HTTP/1.1 200 OK\r\nContent-Type: application/js"));
		raw("connection reset within the headers", (conversation) -> {
			conversation.send("HTTP/1.1 200 OK\r\nContent-Type: application/js");
			conversation.reset();
		});
		raw("100 and nothing else", (conversation) -> conversation.send("HTTP/1.1 100 Continue\r\n\r\n"));
		raw("endless headers", (conversation) -> {
			conversation.send("HTTP/1.1 200 OK\r\n");
			for (int i = 0; true; i++) {
				conversation.send("X-Header-" + i + ": " + "x".repeat(2000) + "\r\n");
				conversation.pause((i < 500) ? 0 : 1);
			}
		});
		raw("header of 10 MB", (conversation) -> {
			conversation.send("HTTP/1.1 200 OK\r\nX-Header: " + "x".repeat(HUGE) + "\r\n");
			answer(conversation, "200 OK", document(conversation));
		});
		raw("status that is no number", (conversation) -> answer(conversation, "abc OK", document(conversation)));
		raw("status of two digits", (conversation) -> answer(conversation, "20 OK", document(conversation)));
	}

	private void addSlowAnswers() {
		wireMock("no answer in time", (answer) -> answer.withFixedDelay(10_000));
		raw("silence", Conversation::fallSilent);
		raw("silence after 100", (conversation) -> {
			conversation.send("HTTP/1.1 100 Continue\r\n\r\n");
			conversation.fallSilent();
		});
		raw("silence within the headers", (conversation) -> {
			conversation.send("HTTP/1.1 200 OK\r\nContent-Ty");
			conversation.fallSilent();
		});
		raw("silence within the body", (conversation) -> {
			sendHalf(conversation, "200 OK");
			conversation.fallSilent();
		});
		raw("headers that drip too slowly",
				(conversation) -> conversation.drip("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", 10_000));
		raw("body that drips too slowly", (conversation) -> {
			conversation.send(head("200 OK", "Content-Length: " + HUGE));
			conversation.drip(CUSTOMER, 10_000);
		});
		raw("headers that drip for ever", (conversation) -> {
			conversation.send("HTTP/1.1 200 OK\r\nX-Header: ");
			conversation.drip("x".repeat(10_000), 20);
		});
		raw("body that drips for ever", (conversation) -> {
			conversation.send(head("200 OK", "Content-Length: " + HUGE) + "{\"id\":\"c1\",\"extra\":\"");
			conversation.drip("x".repeat(10_000), 20);
		});
		raw("500 with a body that drips for ever", (conversation) -> {
			conversation.send(head("500 Internal Server Error", "Content-Length: " + HUGE) + "{\"message\":\"");
			conversation.drip("x".repeat(10_000), 20);
		});
		raw("404 and silence within the body", (conversation) -> {
			sendHalf(conversation, "404 Not Found");
			conversation.fallSilent();
		});
	}

	private void addUnreachableServers() {
		this.all.put("silence instead of TLS", new Place((servers) -> {
			servers.raw().behave(RawBehaviour.deaf(Conversation::fallSilent));
			return servers.raw().url().replace("http:", "https:");
		}));
		this.all.put("connection refused", new Place(FaultServers::addressThatRefuses));
		this.all.put("no connection in time", new Place(FaultServers::addressThatIsFull));
		// too long for a host name, so that no name server is asked
		this.all.put("unknown host", new Place((any) -> "http://" + "unknown".repeat(10) + ":1"));
		this.all.put("untrusted certificate", new Place(FaultServers::addressWithUntrustedCertificate));
	}

	private void addStatuses() {
		for (int status : new int[] { 301, 302, 303, 307, 308 }) {
			wireMock(status + " to another server", (answer) -> aResponse().withStatus(status)
				.withHeader("Location", this.servers.elsewhere().url() + "/customers"));
		}
		for (int status : new int[] { 300, 304, 305, 402, 405, 406, 407, 411, 414, 415, 418, 425, 428, 431, 451, 499,
				600, 799, 999 }) {
			wireMock(status + "", (answer) -> aResponse().withStatus(status));
		}
		raw("101", (conversation) -> conversation.send("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
		for (int status : new int[] { 400, 413, 422, 401, 403, 404, 410, 409, 408, 423, 429, 502, 503, 504, 500, 501,
				505, 507, 511, 599 }) {
			wireMock(status + " without a body", (answer) -> aResponse().withStatus(status));
		}
		wireMock("401 with WWW-Authenticate",
				(answer) -> aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"x\""));
		wireMock("407 with Proxy-Authenticate",
				(answer) -> aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic realm=\"x\""));
		for (String retryAfter : new String[] { "0", "soon", "-5", "1.5", "99999999999999999999", "999999",
				"Fri, 31 Dec 1999 23:59:59 GMT", "Tue, 31 Dec 2199 23:59:59 GMT" }) {
			wireMock("503 with Retry-After: " + retryAfter,
					(answer) -> aResponse().withStatus(503).withHeader("Retry-After", retryAfter));
		}
		for (int status : new int[] { 423, 429, 502, 500 }) {
			wireMock(status + " with Retry-After: 0",
					(answer) -> aResponse().withStatus(status).withHeader("Retry-After", "0"));
		}
	}

	private void addErrorBodies() {
		answer("400 with an error of the API", "400 Bad Request", ERROR);
		answer("409 with an error of the API", "409 Conflict", CONFLICT);
		answer("500 with the error of Spring Boot", "500 Internal Server Error",
				"{\"timestamp\":1489058291842,\"status\":500,\"error\":\"Internal Server Error\","
						+ "\"exception\":\"java.lang.NullPointerException\",\"message\":\"No message available\","
						+ "\"path\":\"/hub/v1/workspaces/w1/customers\"}");
		answer("400 with an error whose members are of wrong types", "400 Bad Request",
				"{\"message\":{\"a\":[1]},\"logref\":17,\"data\":\"text\",\"errors\":{\"message\":[null]}}");
		answer("400 with errors that are texts and nulls", "400 Bad Request",
				"{\"message\":null,\"errors\":[null,\"wrong\",7,[],{\"message\":{},\"path\":1,\"code\":[]}]}");
		answer("401 with HTML", "401 Unauthorized", HTML, "Content-Type: text/html");
		answer("404 with HTML", "404 Not Found", HTML, "Content-Type: text/html");
		answer("404 with an error of the API", "404 Not Found", ERROR);
		answer("410 with an error of the API", "410 Gone", ERROR);
		answer("404 with an error that lacks its logref", "404 Not Found", ERROR.replace("\"logref\":\"l1\",", ""));
		answer("404 with the error of Spring Boot", "404 Not Found",
				"{\"timestamp\":1489058291842,\"status\":404,\"error\":\"Not Found\",\"message\":\"No message available\","
						+ "\"path\":\"/hub/v1/workspaces/w1/customers\"}");
		answer("502 with HTML", "502 Bad Gateway", HTML, "Content-Type: text/html");
		answer("500 with a Content-Type that is none", "500 Internal Server Error", ERROR, "Content-Type: ;;garbage");
		answer("400 with half an error", "400 Bad Request", ERROR.substring(0, 30));
		raw("400 with an error that is cut off", (conversation) -> sendHalf(conversation, "400 Bad Request"));
		raw("409 with an error that is cut off within a chunk", (conversation) -> conversation
			.send(head("409 Conflict", "Transfer-Encoding: chunked") + "ff\r\n" + CONFLICT.substring(0, 30)));
		raw("503 with an error that is reset", (conversation) -> {
			sendHalf(conversation, "503 Service Unavailable");
			conversation.reset();
		});
		raw("500 with an endless body", (conversation) -> {
			conversation.send(head("500 Internal Server Error", "Transfer-Encoding: chunked"));
			sendForEver(conversation);
		});
		raw("404 with an endless body", (conversation) -> {
			conversation.send(head("404 Not Found", "Transfer-Encoding: chunked"));
			sendForEver(conversation);
		});
		answer("400 with a message of 10 MB", "400 Bad Request", "{\"message\":\"" + "m".repeat(HUGE) + "\"}");
		answer("400 with a message of 50,000 characters", "400 Bad Request",
				"{\"message\":\"" + "m".repeat(50_000) + "\",\"errors\":[]}");
		answer("400 with data of 50,000 characters", "400 Bad Request",
				"{\"message\":\"m\",\"data\":[\"" + "d".repeat(50_000) + "\"],\"logref\":\"l1\"}");
		answer("422 with 1,000 errors", "422 Unprocessable Content", "{\"message\":\"m\",\"errors\":["
				+ "{\"message\":\"wrong\",\"path\":\"/base/dob\"},".repeat(999) + "{\"message\":\"wrong\"}]}");
		answer("400 with 100,000 arrays in each other", "400 Bad Request", "[".repeat(100_000) + "]".repeat(100_000));
		answer("400 with 400 arrays in a member", "400 Bad Request", "{\"message\":" + "[".repeat(400) + "]".repeat(400)
				+ ",\"data\":" + "[".repeat(400) + "]".repeat(400) + "}");
		answer("400 with a number of 10,000 digits", "400 Bad Request",
				"{\"message\":\"m\",\"data\":" + "9".repeat(10_000) + "}");
		answer("400 with a number beyond all numbers", "400 Bad Request", "{\"message\":\"m\",\"data\":1e2147483648}");
		raw("400 with invalid UTF-8", (conversation) -> answer(conversation, "400 Bad Request",
				"{\"message\":\"\u00e4\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1)));
		raw("400 with an error in UTF-16", (conversation) -> answer(conversation, "400 Bad Request",
				ERROR.getBytes(StandardCharsets.UTF_16), "Content-Type: application/json;charset=UTF-16"));
		raw("400 with an error in gzip", (conversation) -> answer(conversation, "400 Bad Request",
				zip(ERROR.getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip"));
		raw("400 with a gzip bomb", (conversation) -> answer(conversation, "400 Bad Request",
				zip(hugeDocument().getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip"));
		answer("503 with gzip that is none", "503 Service Unavailable", ERROR, "Content-Encoding: gzip");
	}

	private void addRecoveries() {
		raw("503, 503, then the document", (conversation) -> recover(conversation, 3,
				() -> conversation.send(head("503 Service Unavailable", "Content-Length: 0"))));
		raw("503 with Retry-After twice, then the document", (conversation) -> recover(conversation, 3,
				() -> conversation.send(head("503 Service Unavailable", "Content-Length: 0", "Retry-After: 0"))));
		raw("429, then the document", (conversation) -> recover(conversation, 2,
				() -> conversation.send(head("429 Too Many Requests", "Content-Length: 0"))));
		raw("408, then the document", (conversation) -> recover(conversation, 2,
				() -> conversation.send(head("408 Request Timeout", "Content-Length: 0"))));
		raw("reset, then the document", (conversation) -> recover(conversation, 2, conversation::reset));
		raw("half a body, then the document",
				(conversation) -> recover(conversation, 2, () -> sendHalf(conversation, "200 OK")));
		raw("silence, then the document", (conversation) -> recover(conversation, 2, conversation::fallSilent));
		raw("503, then HTML", (conversation) -> {
			if (conversation.number() == 1) {
				conversation.send(head("503 Service Unavailable", "Content-Length: 0"));
			}
			else {
				answer(conversation, "200 OK", HTML.getBytes(StandardCharsets.UTF_8));
			}
		});
		raw("503, then 400", (conversation) -> {
			if (conversation.number() == 1) {
				conversation.send(head("503 Service Unavailable", "Content-Length: 0"));
			}
			else {
				answer(conversation, "400 Bad Request", ERROR.getBytes(StandardCharsets.UTF_8));
			}
		});
	}

	private static void recover(Conversation conversation, int number, Misbehaviour misbehaviour) throws IOException {
		if (conversation.number() < number) {
			misbehaviour.play();
		}
		else {
			answer(conversation, "200 OK", document(conversation));
		}
	}

	private void raw(String name, Script script) {
		this.all.put(name, RawBehaviour.reading(script));
	}

	/**
	 * The same bytes as answer to all requests.
	 */
	private void answer(String name, String status, String body, String... headers) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		raw(name, (conversation) -> answer(conversation, status, bytes, headers));
	}

	/**
	 * An answer with status 200 that is to be read: that to a request for a list is a
	 * page of it, unless it is made for lists only.
	 */
	private void body(String name, String body) {
		raw(name,
				(conversation) -> answer(conversation, "200 OK",
						((conversation.isList() && !name.startsWith("list"))
								? page(body, "{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}") : body)
							.getBytes(StandardCharsets.UTF_8)));
	}

	private void wireMock(String name, UnaryOperator<ResponseDefinitionBuilder> answer) {
		this.all.put(name, new StubBehaviour(answer.apply(okJson(CUSTOMER)), answer.apply(okJson(PAGE))));
	}

	private static Script documentWith(String header) {
		return (conversation) -> {
			byte[] document = document(conversation);
			conversation.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + document.length + "\r\n"
					+ header + "\r\n\r\n");
			conversation.send(document);
		};
	}

	private static void answer(Conversation conversation, String status, byte[] body, String... headers)
			throws IOException {
		String[] all = Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Content-Length: " + body.length;
		conversation.send(head(status, all));
		conversation.send(body);
	}

	/**
	 * The connection is told to be closed, so that no request ever meets one that the
	 * server has closed since.
	 */
	private static String head(String status, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
		if (Arrays.stream(headers).noneMatch((header) -> header.startsWith("Content-Type:"))) {
			head.append("Content-Type: application/json\r\n");
		}
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("\r\n").toString();
	}

	private static void sendHalf(Conversation conversation, String status) throws IOException {
		conversation.send(head(status, "Content-Length: 1000"));
		conversation.send(CUSTOMER.substring(0, 20));
	}

	private static void sendChunk(Conversation conversation, String text) throws IOException {
		conversation.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
	}

	private static void sendForEver(Conversation conversation) throws IOException {
		String text = "x".repeat(16 * 1024);
		while (true) {
			sendChunk(conversation, text);
			conversation.pause(1);
		}
	}

	private static byte[] document(Conversation conversation) {
		return (conversation.isList() ? PAGE : CUSTOMER).getBytes(StandardCharsets.UTF_8);
	}

	private static String page(String elements, String metadata) {
		return "{\"elements\":[" + elements + "],\"page\":" + metadata + "}";
	}

	private static String hugeDocument() {
		return "{\"id\":\"c1\",\"elements\":[],\"page\":{\"size\":50},\"extra\":\"" + "x".repeat(HUGE) + "\"}";
	}

	private static byte[] zip(byte[] bytes) throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
			gzip.write(bytes);
		}
		return zipped.toByteArray();
	}

	private static byte[] join(byte[] one, byte[] other) {
		byte[] joined = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, joined, one.length, other.length);
		return joined;
	}

	/** What happens before a recovery. */
	@FunctionalInterface
	private interface Misbehaviour {

		void play() throws IOException;

	}

}

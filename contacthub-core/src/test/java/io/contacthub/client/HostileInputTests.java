package io.contacthub.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.DeclaredCalls;
import io.contacthub.Node;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Education;
import io.contacthub.customer.SessionId;
import io.contacthub.event.EventFilter;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.util.UriUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what applications may hand on from elsewhere: it stays where it belongs.
 */
@DisplayName("Hostile input")
class HostileInputTests extends WireMockTests {

	private static final List<String> ENCODED = List.of("a/b", "a/b c", "%2e%2e", "%2F", "a?b=c", "a#b", "{id}", "{{}}",
			"a;b=c", "a&b=c", "a+b", "a b", "a%b", "http://elsewhere.example.com/", "@elsewhere", "\uD83D\uDE00",
			"\u00E9\u4E2D\u202E", "..a", "a..", "...", "'\"<>", "$a", "~", "a:b", "a,b", "x".repeat(1024));

	private static final List<String> REFUSED = List.of("", " ", ".", "..", "../../workspaces/w2/customers/c1", "a/..",
			"a/../b", "./a", "..\\a", "a\r\nX-Injected: 1", "a\u0000", "\u007F", "a\uD83D", "\uDE00b", "x".repeat(1025),
			"x".repeat(10_000));

	private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

	static {
		operation("get a customer", "/customers/{id}", (node, id) -> node.customers().findById(id));
		operation("patch a customer", "/customers/{id}",
				(node, id) -> node.customers().patch(id, (patch) -> patch.set("extra", "x")));
		operation("replace a customer", "/customers/{id}",
				(node, id) -> node.customers().replace(Customer.builder().id(id).build()));
		operation("delete a customer", "/customers/{id}", (node, id) -> node.customers().deleteById(id));
		operation("list sources", "/customers/{id}/sources", (node, id) -> node.customers().findSources(id));
		operation("get a source", "/customers/c1/sources/{id}", (node, id) -> node.customers().findSource("c1", id));
		operation("list sessions", "/customers/{id}/sessions", (node, id) -> node.customers().sessions(id).findAll());
		operation("get a session", "/customers/c1/sessions/{id}",
				(node, id) -> node.customers().sessions("c1").findById(id));
		operation("delete a session", "/customers/c1/sessions/{id}",
				(node, id) -> node.customers().sessions("c1").deleteById(id));
		operation("add an education", "/customers/{id}/educations",
				(node, id) -> node.customers().educations(id).insert(Education.builder().id("e1").build()));
		operation("get an education", "/customers/c1/educations/{id}",
				(node, id) -> node.customers().educations("c1").findById(id));
		operation("replace an education", "/customers/c1/educations/{id}",
				(node, id) -> node.customers().educations("c1").replace(Education.builder().id(id).build()));
		operation("delete a like", "/customers/c1/likes/{id}",
				(node, id) -> node.customers().likes("c1").deleteById(id));
		operation("get an event", "/events/{id}", (node, id) -> node.events().findById(id));
		operation("delete an event", "/events/{id}", (node, id) -> node.events().deleteById(id));
	}

	private static void operation(String name, String path, BiConsumer<Node, String> call) {
		OPERATIONS.put(name, new Operation(path, call));
	}

	@BeforeEach
	void answer() {
		answer(any(anyUrl()),
				"{\"id\":\"x\",\"elements\":[],\"page\":{\"size\":50,\"totalElements\":0,\"totalPages\":0,\"number\":0}}");
	}

	@TestFactory
	@DisplayName("is one segment of the path, or is refused before any request")
	Stream<DynamicTest> idsStayInTheirSegment() {
		return OPERATIONS.entrySet()
			.stream()
			.flatMap((operation) -> Stream.concat(
					ENCODED.stream()
						.map((id) -> DynamicTest.dynamicTest(operation.getKey() + " " + name(id),
								() -> sends(operation.getValue(), id))),
					REFUSED.stream()
						.map((id) -> DynamicTest.dynamicTest("refuse to " + operation.getKey() + " " + name(id),
								() -> refuses(operation.getValue(), id)))));
	}

	private void sends(Operation operation, String id) {
		server.resetRequests();
		operation.call.accept(this.node, id);
		String path = WORKSPACE + operation.path.replace("{id}", UriUtils.encode(id, StandardCharsets.UTF_8));
		assertThat(server.getAllServeEvents()).singleElement().satisfies((event) -> {
			assertThat(event.getRequest().getUrl()).isEqualTo(path);
			assertThat(event.getRequest().getHeaders().all()).noneMatch((header) -> header.keyEquals("X-Injected"));
		});
		String segment = path.substring(path.indexOf("/customers/") + 1).split("/")[1];
		assertThat(URI.create(segment).getRawPath()).isEqualTo(segment);
	}

	private void refuses(Operation operation, String id) {
		server.resetRequests();
		assertThatIllegalArgumentException().isThrownBy(() -> operation.call.accept(this.node, id))
			.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("id").hasSizeLessThan(300));
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	@TestFactory
	@DisplayName("is one segment of the path of whatever operation, or is refused before any request")
	Stream<DynamicTest> idsStayInTheirSegmentEverywhere() {
		return DeclaredOperation.all(null)
			.stream()
			.flatMap((operation) -> DeclaredCalls.pathVariables(operation)
				.stream()
				.map((index) -> DynamicTest.dynamicTest(operation.name() + ", " + (index + 1), () -> {
					ENCODED.forEach((id) -> sends(operation, index, id));
					REFUSED.forEach((id) -> refuses(operation, index, id));
				})));
	}

	private void sends(DeclaredOperation operation, int index, String id) {
		server.resetRequests();
		Object[] arguments = DeclaredCalls.arguments(operation);
		arguments[index] = id;
		try {
			DeclaredCalls.call(this.node.workspace().client(), operation, arguments);
		}
		catch (DataAccessException ex) {
			// the request counts, not what its reader says of the answer
		}
		List<String> segments = List.of(operation.name().split("/"));
		String variable = "{" + operation.method().getParameters()[index].getName() + "}";
		String path = segments.stream()
			.skip(1)
			.map((segment) -> !segment.startsWith("{") ? segment
					: (segment.equals(variable) ? UriUtils.encode(id, StandardCharsets.UTF_8) : "x1"))
			.collect(Collectors.joining("/", WORKSPACE + "/", ""));
		assertThat(server.getAllServeEvents()).as(id)
			.isNotEmpty()
			.allSatisfy((event) -> assertThat(event.getRequest().getUrl().split("\\?")[0]).isEqualTo(path));
	}

	private void refuses(DeclaredOperation operation, int index, String id) {
		server.resetRequests();
		Object[] arguments = DeclaredCalls.arguments(operation);
		arguments[index] = id;
		assertThatIllegalArgumentException().as(id)
			.isThrownBy(() -> DeclaredCalls.call(this.node.workspace().client(), operation, arguments))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(300));
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	private static String name(String id) {
		String shown = UriUtils.encode(id, StandardCharsets.UTF_8);
		return "'" + ((shown.length() > 40) ? shown.substring(0, 40) + "... (" + id.length() + ")" : shown) + "'";
	}

	static Stream<String> texts() {
		return Stream.concat(ENCODED.stream(),
				Stream.of(".", "..", "../a", "a\r\nX-Injected: 1", "a\u0000", "x".repeat(10_000)));
	}

	@ParameterizedTest
	@MethodSource("texts")
	@DisplayName("is one parameter of the query")
	void textsStayInTheirParameter(String text) {
		this.node.customers().findAllByExternalId(text);
		assertThat(parameter("externalId")).isEqualTo(text);
		this.node.workspace().node(text).customers().findAll(PageRequest.of(0, 1));
		assertThat(parameter("nodeId")).isEqualTo(text);
		this.node.events().find(EventFilter.ofCustomer(text), PageRequest.of(0, 1));
		assertThat(parameter("customerId")).isEqualTo(text);
		this.node.customers().inSession(SessionId.of(text)).insert(Customer.builder().extra("x").build());
		assertThat(parameter("sessionId")).isEqualTo(text);
	}

	private static String parameter(String name) {
		ServeEvent event = server.getAllServeEvents().get(0);
		assertThat(event.getRequest().getHeaders().all()).noneMatch((header) -> header.keyEquals("X-Injected"));
		assertThat(event.getRequest().getUrl()).startsWith(WORKSPACE + "/");
		return event.getRequest().getQueryParams().get(name).firstValue();
	}

	@ParameterizedTest
	@MethodSource("texts")
	@DisplayName("is one text of a document")
	void textsStayInTheirDocument(String text) {
		this.node.customers().addTag("c1", text);
		assertThat(body()).isEqualTo(Map.of("tags", Map.of("manual", List.of(text))));
		this.node.customers().addSession("c1", SessionId.of(text));
		assertThat(body()).isEqualTo(Map.of("value", text));
	}

	private static Map<String, Object> body() {
		return ContactHubJson.mapper()
			.readValue(server.getAllServeEvents().get(0).getRequest().getBody(), JsonObject.class);
	}

	@Test
	@DisplayName("that is nested deeply is read and written back, as deep as Jackson itself goes")
	void keepsDepth() {
		Object chain = Map.of("end", true);
		for (int i = 0; i < 490; i++) {
			chain = (i % 2 == 0) ? List.of(chain) : Map.of("a", chain);
		}
		String json = ContactHubJson.mapper().writeValueAsString(Map.of("id", "c1", "extended", Map.of("x", chain)));
		answer(any(anyUrl()), json);
		Customer customer = this.node.customers().getById("c1");
		assertThat(customer.extended().get("x")).isEqualTo(chain);
		this.node.customers().replace(customer);
		assertThat(body().get("extended")).isEqualTo(Map.of("x", chain));
	}

	@Test
	@DisplayName("that is nested without end is refused before any request")
	void refusesDepth() {
		Map<String, Object> map = new HashMap<>();
		map.put("itself", map);
		assertThatIllegalArgumentException().isThrownBy(() -> this.node.customers().insert(Map.of("extended", map)))
			.withMessage("'extended' is nested more than 500 levels deep: give less, and no map that holds itself");
		JsonObject chain = JsonObject.of();
		for (int i = 0; i < 550; i++) {
			chain = JsonObject.of("a", List.of(chain));
		}
		Customer deep = Customer.builder().extended(chain).build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.node.customers().insert(deep))
			.withMessageStartingWith("'extended' is nested more than 500 levels deep");
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	/**
	 * An operation with an id in its path.
	 *
	 * @param path the path
	 * @param call makes the call
	 */
	private record Operation(String path, BiConsumer<Node, String> call) {

	}

}

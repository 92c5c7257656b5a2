package io.contacthub.configuration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.event.EventMode;
import io.contacthub.event.EventType;
import io.contacthub.user.NodePermission;
import io.contacthub.user.Permission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpMethod;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConfigurationRepository} on the wire, for event types, users, entry
 * nodes and view nodes.
 */
@DisplayName("What a workspace has several of")
class ConfigurationRepositoryTests extends ConfigurationWireTests {

	private static final String EVENT = """
			{"id":"openedTicket","type":"openedTicket","mode":"ACTIVE","label":"Opened ticket","description":"opened ticket",
			"propertiesSchema":{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","properties":{},
			"additionalProperties":false},"enabled":true}""";

	private static final String USER = """
			{"id":"u1","name":"Ann","registeredAt":"2017-03-09T11:31:31.842+0000","updatedAt":"2018-03-09T11:31:31.842+0000",
			"nodes":[{"id":"n1","permission":"RW"}],"future":true}""";

	private static final String ENTRY = """
			{"id":"n1","name":"Shop","description":"d","imageUrl":"https://example.com/n1.png","sourcePriority":["s1"],
			"mandatoryProperties":["base.contacts.email"]}""";

	private static final String VIEW = """
			{"id":"v1","name":"All","description":"d","imageUrl":"https://example.com/v1.png"}""";

	@Test
	@DisplayName("are event types, which are listed page by page")
	void findsEvents() {
		answer(200, "{\"elements\":[" + EVENT + "]," + PAGE + "}");
		Page<EventConfiguration> page = this.configuration.events().findAll(PageRequest.of(1, 2, Sort.by("label")));
		verifyRequest(HttpMethod.GET, "/events?page=1&size=2&sort=label%2Casc");
		assertThat(page.getTotalElements()).isEqualTo(3);
		EventConfiguration event = page.getContent().get(0);
		assertThat(event.id()).isEqualTo("openedTicket");
		assertThat(event.type()).isEqualTo(EventType.OPENED_TICKET);
		assertThat(event.mode()).isEqualTo(EventMode.ACTIVE);
		assertThat(event.label()).isEqualTo("Opened ticket");
		assertThat(event.description()).isEqualTo("opened ticket");
		assertThat(event.propertiesSchema()).containsEntry("additionalProperties", false).hasSize(4);
		assertThat(event.enabled()).isTrue();
	}

	@Test
	@DisplayName("are event types, of which one is read by its id")
	void getsEvent() {
		answer(200, EVENT);
		assertThat(this.configuration.events().getById("openedTicket").label()).isEqualTo("Opened ticket");
		verifyRequest(HttpMethod.GET, "/events/openedTicket");
	}

	@Test
	@DisplayName("are event types, of which one is replaced with all that was read")
	void replacesEvent() {
		answer(200, EVENT);
		EventConfiguration event = this.configuration.events().getById("openedTicket");
		server.resetRequests();
		answer(200, EVENT.replace("true}", "false}"));
		assertThat(this.configuration.events().replace(event.withEnabled(false)).enabled()).isFalse();
		verifyRequest(HttpMethod.PUT, "/events/openedTicket", EVENT.replace("true}", "false}"));
	}

	@Test
	@DisplayName("are event types, whose schema may be a text that holds it, and is sent as it came")
	void keepsSchemaAsText() {
		String json = """
				{"id":"mine","propertiesSchema":"{ \\"type\\": \\"object\\" }","enabled":true}""";
		answer(200, json);
		EventConfiguration event = this.configuration.events().getById("mine");
		assertThat(event.propertiesSchema()).containsEntry("type", "object").hasSize(1);
		server.resetRequests();
		this.configuration.events().replace(event);
		verifyRequest(HttpMethod.PUT, "/events/mine", json);
	}

	@Test
	@DisplayName("are users, who are listed page by page")
	void findsUsers() {
		answer(200, "{\"elements\":[" + USER + "]," + PAGE + "}");
		WorkspaceUser user = this.configuration.users().findAll(PageRequest.of(1, 2)).getContent().get(0);
		verifyRequest(HttpMethod.GET, "/users?page=1&size=2");
		assertThat(user.id()).isEqualTo("u1");
		assertThat(user.name()).isEqualTo("Ann");
		assertThat(user.registeredAt()).isEqualTo(Instant.parse("2017-03-09T11:31:31.842Z"));
		assertThat(user.updatedAt()).isEqualTo(Instant.parse("2018-03-09T11:31:31.842Z"));
		assertThat(user.nodes())
			.containsExactly(NodePermission.builder().id("n1").permission(Permission.READ_WRITE).build());
	}

	@Test
	@DisplayName("are users, of whom one is read by the id")
	void getsUser() {
		answer(200, USER);
		assertThat(this.configuration.users().getById("u1").name()).isEqualTo("Ann");
		verifyRequest(HttpMethod.GET, "/users/u1");
	}

	@Test
	@DisplayName("are users, of whom nothing but the nodes is sent")
	void replacesUser() {
		answer(200, USER);
		WorkspaceUser user = this.configuration.users().getById("u1");
		server.resetRequests();
		NodePermission more = NodePermission.builder().id("n2").permission(Permission.READ).build();
		assertThat(this.configuration.users().replace(user.withNodes((nodes) -> nodes.add(more))).id()).isEqualTo("u1");
		verifyRequest(HttpMethod.PUT, "/users/u1",
				"{\"nodes\":[{\"id\":\"n1\",\"permission\":\"RW\"},{\"id\":\"n2\",\"permission\":\"R\"}]}");
		this.configuration.users().replace(user.withNodes(List.of()));
		verifyRequest(HttpMethod.PUT, "/users/u1", "{\"nodes\":[]}");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.users().replace(user.withoutNodes()))
			.withMessageStartingWith("nodes of the user are missing");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are entry nodes, which are listed page by page")
	void findsEntryNodes() {
		answer(200, "{\"elements\":[" + ENTRY + "]," + PAGE + "}");
		EntryNode node = this.configuration.entryNodes().findAll(PageRequest.of(1, 2)).getContent().get(0);
		verifyRequest(HttpMethod.GET, "/nodes/entries?page=1&size=2");
		assertThat(node).isEqualTo(EntryNode.builder()
			.id("n1")
			.name("Shop")
			.description("d")
			.imageUrl("https://example.com/n1.png")
			.sourcePriority("s1")
			.mandatoryProperties("base.contacts.email")
			.build());
	}

	@Test
	@DisplayName("are entry nodes, of which one is inserted without an id, whether ContactHub says 201 or 200")
	void insertsEntryNode() {
		for (int status : new int[] { 201, 200 }) {
			answer(status, ENTRY);
			EntryNode node = this.configuration.entryNodes()
				.insert(EntryNode.builder().id("not mine to choose").name("Shop").sourcePriority(List.of()).build());
			verifyRequest(HttpMethod.POST, "/nodes/entries", "{\"name\":\"Shop\",\"sourcePriority\":[]}");
			assertThat(node.id()).isEqualTo("n1");
		}
	}

	@Test
	@DisplayName("are entry nodes, of which one is read by its id")
	void getsEntryNode() {
		answer(200, ENTRY);
		assertThat(this.configuration.entryNodes().findById("n1")).map(EntryNode::name).contains("Shop");
		verifyRequest(HttpMethod.GET, "/nodes/entries/n1");
	}

	@Test
	@DisplayName("are entry nodes, of which one is replaced with its id")
	void replacesEntryNode() {
		answer(200, ENTRY);
		EntryNode node = this.configuration.entryNodes().getById("n1");
		server.resetRequests();
		assertThat(this.configuration.entryNodes().replace(node.withName("Shops").withoutMandatoryProperties()))
			.isEqualTo(node);
		verifyRequest(HttpMethod.PUT, "/nodes/entries/n1",
				"""
						{"id":"n1","name":"Shops","description":"d","imageUrl":"https://example.com/n1.png","sourcePriority":["s1"]}""");
	}

	@Test
	@DisplayName("are view nodes, which are listed page by page")
	void findsViewNodes() {
		answer(200, "{\"elements\":[" + VIEW + "]," + PAGE + "}");
		ViewNode node = this.configuration.viewNodes().findAll(PageRequest.of(1, 2)).getContent().get(0);
		verifyRequest(HttpMethod.GET, "/nodes/views?page=1&size=2");
		assertThat(node).isEqualTo(ViewNode.builder()
			.id("v1")
			.name("All")
			.description("d")
			.imageUrl("https://example.com/v1.png")
			.build());
	}

	@Test
	@DisplayName("are view nodes, of which one is inserted without an id, whether ContactHub says 201 or 200")
	void insertsViewNode() {
		for (int status : new int[] { 201, 200 }) {
			answer(status, VIEW);
			assertThat(this.configuration.viewNodes().insert(ViewNode.builder().id("x").name("All").build()).id())
				.isEqualTo("v1");
			verifyRequest(HttpMethod.POST, "/nodes/views", "{\"name\":\"All\"}");
		}
	}

	@Test
	@DisplayName("are view nodes, of which one is read by its id")
	void getsViewNode() {
		answer(200, VIEW);
		assertThat(this.configuration.viewNodes().getById("v1").name()).isEqualTo("All");
		verifyRequest(HttpMethod.GET, "/nodes/views/v1");
	}

	@Test
	@DisplayName("are view nodes, of which one is replaced with its id")
	void replacesViewNode() {
		answer(200, VIEW);
		ViewNode node = ViewNode.builder().id("v1").name("Everything").build();
		assertThat(this.configuration.viewNodes().replace(node).name()).isEqualTo("All");
		verifyRequest(HttpMethod.PUT, "/nodes/views/v1", "{\"id\":\"v1\",\"name\":\"Everything\"}");
	}

	@Test
	@DisplayName("are view nodes, of which one is deleted, unless the hierarchy uses it")
	void deletesViewNode() {
		server.stubFor(any(anyUrl()).willReturn(ok()));
		this.configuration.viewNodes().deleteById("v1");
		verifyRequest(HttpMethod.DELETE, "/nodes/views/v1");
		answer(400, "{\"message\":\"node is used in the hierarchy\",\"logref\":\"l\",\"errors\":[]}");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.configuration.viewNodes().deleteById("v1"))
			.withMessageContaining("node is used in the hierarchy");
	}

	@Test
	@DisplayName("are listed as a whole, with a request for every 50")
	void findsAll() {
		answer(get(urlEqualTo(WORKSPACE + "/configuration/nodes/views?page=0&size=50")), views(0, 50));
		answer(get(urlEqualTo(WORKSPACE + "/configuration/nodes/views?page=1&size=50")), views(50, 51));
		assertThat(this.configuration.viewNodes().findAll()).extracting(ViewNode::id)
			.containsExactlyElementsOf(IntStream.range(0, 51).mapToObj((number) -> "v" + number).toList());
		verify(2, anyRequestedFor(anyUrl()));
	}

	private static String views(int from, int to) {
		List<String> views = IntStream.range(from, to).mapToObj((number) -> "{\"id\":\"v" + number + "\"}").toList();
		return "{\"elements\":%s,\"page\":{\"size\":50,\"totalElements\":51,\"totalPages\":2,\"number\":%d}}"
			.formatted(views, from / 50);
	}

	@Test
	@DisplayName("are no shorter list where a server takes no pages: the second one is a failure")
	void findsNoShorterList() {
		answer(200, "{\"elements\":[" + VIEW
				+ "],\"page\":{\"size\":20,\"totalElements\":36,\"totalPages\":2,\"number\":0}}");
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.configuration.viewNodes().findAll())
			.withMessageContaining("its 'page.number' is 0 where page 1 was asked for");
	}

	@Test
	@DisplayName("are not there, or are an exception, when ContactHub answers 404")
	void findsNothing() {
		server.stubFor(any(anyUrl()).willReturn(notFound()));
		assertThat(this.configuration.users().findById("u1")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.configuration.users().getById("u1"))
			.withMessage("GET /configuration/users/{id} failed: status 404, message: not found, logref: l1");
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> this.configuration.viewNodes().deleteById("v1"));
	}

	static Stream<Named<Consumer<WorkspaceConfiguration>>> lists() {
		PageRequest page = PageRequest.of(0, 50);
		return Stream.of(Named.of("events", (configuration) -> configuration.events().findAll(page)),
				Named.of("sources", (configuration) -> configuration.sources().findAll(page)),
				Named.of("users", (configuration) -> configuration.users().findAll(page)),
				Named.of("nodes/entries", (configuration) -> configuration.entryNodes().findAll(page)),
				Named.of("nodes/views", (configuration) -> configuration.viewNodes().findAll(page)),
				Named.of("automations/event-trigger", (configuration) -> configuration.automations().findAll()));
	}

	@ParameterizedTest
	@MethodSource("lists")
	@DisplayName("are a failure when an id among them could not be sent back")
	void refusesIdsOfOtherPaths(Consumer<WorkspaceConfiguration> list) {
		answer(200,
				"{\"elements\":[{\"id\":\"a\"},{\"id\":\"../b\"}],\"page\":{\"size\":50,\"totalElements\":2,\"totalPages\":1,\"number\":0}}");
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> list.accept(this.configuration))
			.withMessageContaining("the id of one of its elements would lead to another path")
			.satisfies((ex) -> {
				assertThat(((ContactHubFailure) ex).reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER);
				String path = server.getAllServeEvents().get(0).getRequest().getUrl();
				assertThat(((ContactHubFailure) ex).operation())
					.isEqualTo("GET " + path.substring(WORKSPACE.length(), path.indexOf('?')));
			});
		verify(1, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are not sent when something is missing")
	void refusesBeforeSending() {
		List<Consumer<WorkspaceConfiguration>> calls = new ArrayList<>();
		for (String id : new String[] { null, "", " " }) {
			calls.add((configuration) -> configuration.events().replace(EventConfiguration.builder().id(id).build()));
			calls.add((configuration) -> configuration.users()
				.replace(WorkspaceUser.builder().id(id).nodes(List.of()).build()));
			calls.add((configuration) -> configuration.entryNodes().replace(EntryNode.builder().id(id).build()));
			calls.add((configuration) -> configuration.viewNodes().replace(ViewNode.builder().id(id).build()));
			calls.add((configuration) -> configuration.automations().replace(Automation.builder().id(id).build()));
		}
		calls.forEach((call) -> assertThatIllegalArgumentException().isThrownBy(() -> call.accept(this.configuration))
			.withMessageMatching("id of the \\w+ is missing: only what is stored has one"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.entryNodes().insert(null))
			.withMessageStartingWith("node is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.viewNodes().insert(null))
			.withMessageStartingWith("node is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.users().replace(null))
			.withMessageStartingWith("value is null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.users().findAll(PageRequest.of(0, 51)))
			.withMessageStartingWith("size is 51");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.users().findAll(Pageable.unpaged()))
			.withMessage("pageable is unpaged: after the last page there is none, and all elements come by findAll()");
		assertThatIllegalArgumentException().isThrownBy(() -> this.configuration.viewNodes().getById(".."));
		verify(0, anyRequestedFor(anyUrl()));
	}

}

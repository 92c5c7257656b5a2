package io.contacthub.event;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.contacthub.WireMockTests;
import io.contacthub.bulk.BulkRead;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.event.context.FreeContextInfo;
import io.contacthub.event.context.GeneralContextInfo;
import io.contacthub.event.properties.AddedReward;
import io.contacthub.event.properties.FreeEventProperties;
import io.contacthub.event.properties.GrantedCoupon;
import io.contacthub.event.properties.LoggedIn;
import io.contacthub.event.properties.ServiceSubscribed;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EventRepository} on the wire.
 */
@DisplayName("The events of a node")
class EventRepositoryTests extends WireMockTests {

	private static final String EVENTS = WORKSPACE + "/events";

	private static final String PAGE = """
			{"elements":[{"id":"e1","type":"loggedIn"}],"page":{"size":50,"totalElements":1,"totalPages":1,"number":0}}""";

	private static final Event EVENT = Event.builder()
		.customerId("c1")
		.type(EventType.VIEWED_PAGE)
		.context(EventContext.WEB)
		.build();

	private final EventRepository events = this.node.events();

	@Test
	@DisplayName("S143 are accepted and come back with their id")
	void adds() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Event event = EVENT.with((builder) -> builder.date(Instant.parse("2017-04-03T13:47:23.093Z"))
			.properties(FreeEventProperties.of("url", "https://example.com", "future", null)));
		assertThat(this.events.add(event)).isEqualTo(event.withId("e1"));
		verify(1,
				postRequestedFor(urlEqualTo(EVENTS)).withHeader("Authorization", equalTo("Bearer t0ken"))
					.withHeader("Content-Type", equalTo("application/json"))
					.withRequestBody(equalToJson("""
							{"customerId":"c1","type":"viewedPage","context":"WEB","date":"2017-04-03T13:47:23.093Z",
							"properties":{"url":"https://example.com","future":null}}""")));
	}

	@Test
	@DisplayName("S143 are accepted without an id too, as ContactHub once did")
	void addsWithoutId() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.events.add(EVENT)).isEqualTo(EVENT);
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(
				equalToJson("{\"customerId\":\"c1\",\"type\":\"viewedPage\",\"context\":\"WEB\",\"properties\":{}}")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 401, 404, 500, 503 })
	@DisplayName("are an exception, never accepted, when the answer is no success, even without a body")
	void failsWithoutBody(int status) {
		server.stubFor(post(EVENTS).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.events.add(EVENT))
			.withMessageContaining("status " + status);
		verify(1, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("are an exception with the status of a page that is no JSON")
	void failsWithHtml() {
		server.stubFor(post(EVENTS)
			.willReturn(aResponse().withStatus(500).withHeader("Content-Type", "text/html").withBody("<p>broken</p>")));
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> this.events.add(EVENT))
			.withMessage("POST /events failed: status 500, body: <p>broken</p>; whether it was carried out is unknown");
	}

	@Test
	@DisplayName("S145 S146 S151 S152 are brought back by session or external id, in this node")
	void bringsBack() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Event anonymous = EVENT.withCustomerId(null);
		Event added = this.events.add(anonymous.withBringBackProperties(BringBackProperties.session("s1")));
		assertThat(added.id()).isEqualTo("e1");
		assertThat(added.customerId()).isNull();
		assertThat(added.bringBackProperties().value()).isEqualTo("s1");
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"bringBackProperties":{"type":"SESSION_ID","value":"s1","nodeId":"n1"},
				"type":"viewedPage","context":"WEB","properties":{}}""")));
		this.events.add(anonymous.withBringBackProperties(BringBackProperties.externalId("x1")));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"bringBackProperties":{"type":"EXTERNAL_ID","value":"x1","nodeId":"n1"},
				"type":"viewedPage","context":"WEB","properties":{}}""")));
	}

	@Test
	@DisplayName("S145 S146 S151 S152 name the node also when they come from a map")
	void bringsBackMaps() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		for (String type : List.of("SESSION_ID", "EXTERNAL_ID")) {
			Map<String, Object> back = Map.of("type", type, "value", "v");
			assertThat(this.events
				.add(Map.of("type", "loggedIn", "context", "WEB", "bringBackProperties", back, "properties", Map.of()))
				.id()).isEqualTo("e1");
			verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
					{"bringBackProperties":{"type":"%s","value":"v","nodeId":"n1"},
					"type":"loggedIn","context":"WEB","properties":{}}""".formatted(type))));
		}
	}

	@Test
	@DisplayName("S140 are refused before any request without type, context or owner")
	void refusesIncompleteEvents() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.add(EVENT.withType(null)))
			.withMessage("type of the event is missing: set it, such as EventType.VIEWED_PAGE");
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.add(EVENT.withContext(null)))
			.withMessage("context of the event is missing: set it, such as EventContext.WEB");
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.add(EVENT.withCustomerId(null)))
			.withMessageContaining("it has neither");
		verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S153 S159 S160 of a customer are listed page by page, also those of unknown types")
	void listsPages() {
		answer(get(urlPathEqualTo(EVENTS)),
				"""
						{"elements":[{"id":"e1","customerId":"c1","type":"teleported","context":"MARS","date":"2017-04-03T13:47:23.093+0000",
						"properties":{"n":1.50},"tracking":null}],
						"page":{"size":2,"totalElements":10,"totalUnfilteredElements":0,"totalPages":5,"number":0}}""");
		Page<Event> page = this.events.findByCustomerId("c1", PageRequest.of(0, 2));
		Event event = page.getContent().get(0);
		assertThat(event.type()).isEqualTo(EventType.of("teleported"));
		assertThat(event.context()).hasToString("MARS");
		assertThat(event.properties().unknown().get("n")).hasToString("1.50");
		assertThat(page.getTotalPages()).isEqualTo(5);
		verify(1, getRequestedFor(urlEqualTo(EVENTS + "?page=0&size=2&customerId=c1")));
	}

	@Test
	@DisplayName("are not listed without a customer")
	void refusesBlankCustomer() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.findByCustomerId(" ", PageRequest.of(0, 2)))
			.withMessageStartingWith("customerId is blank");
		verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S136 S141 S142 are built from the record of their type, which names the type; a mode is never sent")
	void buildsTypedEvents() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Customer customer = Customer.builder().id("c1").build();
		Event event = Event
			.of(ServiceSubscribed.builder()
				.subscriberId("s")
				.startDate(Instant.parse("2017-01-01T00:00:00Z"))
				.endDate(null)
				.extraProperties(JsonObject.of("a", null))
				.build())
			.in(EventContext.WEB)
			.by(customer);
		assertThat(event.type()).isEqualTo(EventType.SERVICE_SUBSCRIBED);
		assertThat(this.events.add(event)).isEqualTo(event.withId("e1"));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"customerId":"c1","type":"serviceSubscribed","context":"WEB","properties":{"subscriberId":"s",
				"startDate":"2017-01-01T00:00:00.000Z","extraProperties":{"a":null}}}""")));
	}

	@Test
	@DisplayName("S138 are of any type that a workspace defines, with any properties")
	void buildsFreeEvents() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		this.events.add(Event.of(EventType.of("teleported"))
			.in(EventContext.of("MARS"))
			.by(SessionId.of("s1"))
			.withProperties(FreeEventProperties.of("from", "here", "distance", 0)));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"type":"teleported","context":"MARS","properties":{"from":"here","distance":0},
				"bringBackProperties":{"type":"SESSION_ID","value":"s1","nodeId":"n1"}}""")));
	}

	@Test
	@DisplayName("S143 are added without what only ContactHub sets")
	void addsAgain() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e2\"}", 202)));
		Instant stored = Instant.parse("2017-04-03T13:47:23.103Z");
		Event added = this.events
			.add(EVENT.with((builder) -> builder.id("e1").registeredAt(stored).updatedAt(stored.plusSeconds(1))));
		assertThat(added.id()).isEqualTo("e2");
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(
				equalToJson("{\"customerId\":\"c1\",\"type\":\"viewedPage\",\"context\":\"WEB\",\"properties\":{}}")));
		this.events.add(JsonObject.of("id", "e1", "customerId", "c1", "type", "viewedPage", "context", "WEB",
				"registeredAt", stored, "updatedAt", stored));
		verify(2, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(
				equalToJson("{\"customerId\":\"c1\",\"type\":\"viewedPage\",\"context\":\"WEB\",\"properties\":{}}")));
	}

	@Test
	@DisplayName("S143 are added from a map")
	void addsMap() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Event added = this.events.add(JsonObject.of("customerId", "c1", "type", "loggedIn", "context", "WEB"));
		assertThat(added.id()).isEqualTo("e1");
		assertThat(added.withProperties(new FreeEventProperties(JsonObject.of())).properties())
			.isInstanceOf(LoggedIn.class);
	}

	@Test
	@DisplayName("S141 S143 are added from a map with date-times, nulls and whole objects")
	void addsMapOfAllValues() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Event added = this.events.add(JsonObject.of("customerId", "c1", "type", "serviceSubscribed", "context", "WEB",
				"properties", JsonObject.of("subscriberId", "s", "startDate", Instant.parse("2017-01-01T00:00:00Z"),
						"endDate", null, "extraProperties", JsonObject.of("a", 1, "b", List.of("c")))));
		assertThat(added.id()).isEqualTo("e1");
		assertThat(added.properties()).isEqualTo(ServiceSubscribed.builder()
			.subscriberId("s")
			.startDate(Instant.parse("2017-01-01T00:00:00Z"))
			.extraProperties(JsonObject.of("a", 1, "b", List.of("c")))
			.build());
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"customerId":"c1","type":"serviceSubscribed","context":"WEB","properties":{"subscriberId":"s",
				"startDate":"2017-01-01T00:00:00.000Z","extraProperties":{"a":1,"b":["c"]}}}""")));
	}

	@Test
	@DisplayName("S135 are refused with the properties of another type, or without what their type requires")
	void refusesOtherProperties() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(EVENT.withProperties(LoggedIn.builder().build())))
			.withMessageStartingWith("type of the event is 'viewedPage', but its properties are those of 'loggedIn'");
		assertThatIllegalArgumentException().isThrownBy(() -> AddedReward.builder().rewardTypeId("x").build())
			.withMessage("rewardAmount of AddedReward is missing: it is required");
		assertThatIllegalArgumentException().isThrownBy(() -> GrantedCoupon.builder().build());
		assertThatIllegalArgumentException().isThrownBy(() -> EVENT.by(Customer.builder().build()))
			.withMessageStartingWith("id of the customer is missing");
		verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S164 are found by id, with the record of their type and all that it does not know")
	void findsById() {
		String json = """
				{"id":"e1","customerId":"c1","type":"viewedPage","context":"IOT","date":"2017-04-03T13:47:23.093Z",
				"properties":{"url":"https://example.com","future":{"n":1.50}},"x":null,
				"contextInfo":{"client":{"userAgent":"u","ip":"172.16.16.1"},"robot":7},"tracking":{"ga":{"utm_source":"s"}},
				"registeredAt":"2017-04-03T13:47:23.103Z"}""";
		answer(get(EVENTS + "/e1"), json);
		server.stubFor(get(EVENTS + "/e2").willReturn(notFound()));
		Event event = this.events.findById("e1").orElseThrow();
		assertThat(event.properties()).isInstanceOfSatisfying(ViewedPage.class,
				(page) -> assertThat(page.url()).isEqualTo("https://example.com"));
		assertThat(event.contextInfo()).isInstanceOfSatisfying(GeneralContextInfo.class,
				(info) -> assertThat(info.client().ip()).isEqualTo("172.16.16.1"));
		assertThat(event.tracking().ga().utmSource()).isEqualTo("s");
		assertThat(ContactHubJson.mapper().readTree(ContactHubJson.mapper().writeValueAsString(event)))
			.isEqualTo(ContactHubJson.mapper().readTree(json));
		assertThat(this.events.findById("e2")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.events.getById("e2"));
		assertThat(event).hasToString("Event[id=e1, 10 members]");
	}

	@Test
	@DisplayName("S135 are read also without what their type requires, or with properties that are no object")
	void readsIncompleteEvents() {
		answer(get(EVENTS + "/e1"), "{\"id\":\"e1\",\"type\":\"addedReward\",\"properties\":{\"rewardType\":\"x\"}}");
		answer(get(EVENTS + "/e2"), "{\"id\":\"e2\",\"type\":\"loggedIn\",\"properties\":[1]}");
		assertThat(this.events.getById("e1").properties()).isInstanceOf(AddedReward.class);
		assertThat(this.events.getById("e2").toMap()).containsEntry("properties", List.of(1));
	}

	@Test
	@DisplayName("S154 S155 S156 S157 S158 S161 are filtered by types, contexts, mode and time, all at once")
	void filters() {
		answer(get(urlPathEqualTo(EVENTS)), PAGE);
		answer(get(urlPathEqualTo(EVENTS)).withQueryParam("page", equalTo("2")),
				PAGE.replace("\"number\":0", "\"number\":2"));
		Instant from = Instant.parse("2017-01-01T00:00:00Z");
		this.events.find(EventFilter.ofCustomer("c1")
			.types(EventType.LOGGED_IN, EventType.LOGGED_OUT)
			.contexts(EventContext.WEB, EventContext.MOBILE)
			.mode(EventMode.ACTIVE)
			.from(from)
			.to(from.plusSeconds(1)), PageRequest.of(2, 5, Sort.by("registeredAt").descending()));
		verify(1,
				getRequestedFor(urlEqualTo(EVENTS + "?page=2&size=5&sort=registeredAt%2Cdesc&customerId=c1"
						+ "&type=loggedIn%2CloggedOut&context=WEB%2CMOBILE&mode=ACTIVE"
						+ "&dateFrom=2017-01-01T00%3A00%3A00.000Z&dateTo=2017-01-01T00%3A00%3A01.000Z")));
		this.events.find(EventFilter.ofNode(), PageRequest.of(0, 1));
		verify(1, getRequestedFor(urlEqualTo(EVENTS + "?page=0&size=1&nodeId=n1")));
		assertThatIllegalArgumentException().isThrownBy(() -> EventFilter.ofNode().from(from).to(from.minusSeconds(1)))
			.withMessageContaining("it must not be before from");
	}

	@Test
	@DisplayName("S153 are streamed whole, on all pages and not one more")
	void streams() {
		answer(get(urlPathEqualTo(EVENTS)).withQueryParam("page", equalTo("0")),
				PAGE.replace("\"totalPages\":1", "\"totalPages\":2"));
		answer(get(urlPathEqualTo(EVENTS)).withQueryParam("page", equalTo("1")),
				PAGE.replace("\"totalPages\":1,\"number\":0", "\"totalPages\":2,\"number\":1"));
		assertThat(this.events.stream(EventFilter.ofCustomer("c1"))).hasSize(2);
		verify(2, getRequestedFor(urlPathEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("are read with their progress, of which the first page tells the total")
	void areRead() {
		answer(get(urlPathEqualTo(EVENTS)).withQueryParam("page", equalTo("0")),
				PAGE.replace("\"totalPages\":1", "\"totalPages\":2")
					.replace("\"totalElements\":1", "\"totalElements\":2"));
		answer(get(urlPathEqualTo(EVENTS)).withQueryParam("page", equalTo("1")),
				PAGE.replace("\"totalPages\":1,\"number\":0", "\"totalPages\":2,\"number\":1")
					.replace("\"totalElements\":1", "\"totalElements\":2"));
		BulkRead<Event> read = this.events.read(EventFilter.ofCustomer("c1"));
		assertThat(read.progress().total()).isEmpty();
		Iterator<Event> iterator = read.iterator();
		verify(0, anyRequestedFor(anyUrl()));
		iterator.next();
		assertThat(read.progress().total()).hasValue(2);
		assertThat(read.progress().remaining()).hasValue(1);
		iterator.next();
		assertThat(iterator.hasNext()).isFalse();
		assertThat(read.progress().done()).isEqualTo(2);
		assertThat(read.position()).isEmpty();
		verify(2, getRequestedFor(urlPathEqualTo(EVENTS)).withQueryParam("customerId", equalTo("c1")));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S136 are not sent with a part of more than 64 KB")
	void checksSizes() {
		String most = "x".repeat(64 * 1024 - "{\"a\":\"\"}".length());
		answer(post(EVENTS), "{\"id\":\"e1\"}");
		this.events.add(EVENT.withProperties(FreeEventProperties.of("a", most)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(EVENT.withProperties(FreeEventProperties.of("a", most + "x"))))
			.withMessage("properties has 65537 bytes as JSON: ContactHub takes at most 65536");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(EVENT.withContextInfo(FreeContextInfo.of("a", most + "x"))))
			.withMessageStartingWith("contextInfo has 65537 bytes");
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S18 are replaced and deleted by their id")
	void replacesAndDeletes() {
		String json = """
				{"id":"e1","customerId":"c1","type":"loggedIn","context":"WEB","properties":{},
				"registeredAt":"2017-04-03T13:47:23.103Z","updatedAt":"2017-04-03T13:47:23.103Z"}""";
		answer(get(EVENTS + "/e1"), json);
		server.stubFor(put(EVENTS + "/e1").willReturn(status(202)));
		server.stubFor(delete(EVENTS + "/e1").willReturn(status(204)));
		server.stubFor(delete(EVENTS + "/e2").willReturn(notFound()));
		this.events.replace(this.events.getById("e1"));
		verify(1, putRequestedFor(urlEqualTo(EVENTS + "/e1")).withRequestBody(equalToJson(json)));
		this.events.replace(EVENT.with((builder) -> builder.id("e1")
			.registeredAt(Instant.parse("2017-04-03T13:47:23.103Z"))
			.updatedAt(Instant.parse("2017-04-03T13:47:23.103Z"))));
		verify(1, putRequestedFor(urlEqualTo(EVENTS + "/e1"))
			.withRequestBody(equalToJson(json.replace("loggedIn", "viewedPage"))));
		this.events.deleteById("e1");
		verify(1, deleteRequestedFor(urlEqualTo(EVENTS + "/e1")));
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> this.events.deleteById("e2"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.replace(EVENT))
			.withMessageStartingWith("id of the event is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.replace(EVENT.withId("e1")))
			.withMessageStartingWith("registeredAt or updatedAt of the event is missing");
	}

}

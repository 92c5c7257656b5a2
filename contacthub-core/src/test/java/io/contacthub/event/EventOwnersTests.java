package io.contacthub.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.contacthub.ManagedCustomer;
import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.SessionId;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("An event and its owner")
class EventOwnersTests extends WireMockTests {

	private static final String EVENTS = WORKSPACE + "/events";

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB);

	private final EventRepository events = this.node.events();

	@Test
	@DisplayName("S136 has one owner, whom each way to name one replaces")
	void hasOneOwner() {
		Customer customer = Customer.builder().id("c1").build();
		SessionId session = SessionId.of("s1");
		Event bySession = EVENT.by(session);
		assertThat(EVENT.by(customer)).isEqualTo(EVENT.byCustomerId("c1"))
			.isEqualTo(EVENT.by(session).by(customer))
			.isEqualTo(EVENT.byExternalId("e1").byCustomerId("c1"));
		assertThat(bySession).isEqualTo(EVENT.by(customer).by(session)).isEqualTo(EVENT.byExternalId("e1").by(session));
		assertThat(EVENT.byExternalId("e1")).isEqualTo(EVENT.by(customer).byExternalId("e1"))
			.isEqualTo(bySession.byExternalId("e1"));
		assertThat(EVENT.by(customer).toMap()).doesNotContainKey("bringBackProperties");
		assertThat(bySession.toMap()).doesNotContainKey("customerId");
		assertThatIllegalArgumentException().isThrownBy(() -> EVENT.byCustomerId(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> EVENT.byExternalId(""));
	}

	@Test
	@DisplayName("S152 can be added again as it was read, with both owners: the customer counts, as for ContactHub")
	void addsWhatWasRead() {
		String read = """
				{"id":"e1","customerId":"c1","bringBackProperties":{"type":"EXTERNAL_ID","value":"x","nodeId":"n1"},
				"type":"loggedIn","context":"WEB","date":"2017-04-03T13:47:23.093+0000","properties":{},
				"registeredAt":"2017-04-03T13:47:23.103+0000","updatedAt":"2017-04-03T13:47:23.103+0000","mode":"ACTIVE",
				"contextInfo":null,"tracking":null,"future":{"a":1}}""";
		answer(get(EVENTS + "/e1"), read);
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"e2\"}", 202)));
		Event copy = this.events.add(this.events.getById("e1"));
		assertThat(copy.id()).isEqualTo("e2");
		assertThat(copy.registeredAt()).isNull();
		assertThat(copy.updatedAt()).isNull();
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"customerId":"c1","type":"loggedIn","context":"WEB","date":"2017-04-03T13:47:23.093Z","properties":{},
				"future":{"a":1}}""")));
	}

	@Test
	@DisplayName("S142 has no mode on the wire, whoever gave it one: it belongs to the type")
	void sendsNoMode() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		Map<String, Object> map = Map.of("customerId", "c1", "type", "loggedIn", "context", "WEB", "properties",
				Map.of(), "mode", "ACTIVE");
		this.events.add(map);
		this.events.add(Event.of(map));
		this.events.add(EVENT.byCustomerId("c1").withUnknown(JsonObject.of("mode", "PASSIVE")));
		verify(3, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"customerId":"c1","type":"loggedIn","context":"WEB","properties":{}}""")));
		Instant time = Instant.parse("2020-01-01T00:00:00Z");
		this.events.replace(Event.of(map).with((event) -> event.id("e1").registeredAt(time).updatedAt(time)));
		verify(1, putRequestedFor(urlEqualTo(EVENTS + "/e1")).withRequestBody(equalToJson("""
				{"id":"e1","customerId":"c1","type":"loggedIn","context":"WEB","properties":{},
				"registeredAt":"2020-01-01T00:00:00.000Z","updatedAt":"2020-01-01T00:00:00.000Z"}""")));
	}

	@Test
	@DisplayName("S136 S146 is sent with one whole owner, whatever else there is")
	void sendsOneOwner() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		String rest = "\"type\":\"loggedIn\",\"context\":\"WEB\",\"properties\":{}}";
		this.events.add(EVENT.by(SessionId.of("s1")).withCustomerId(""));
		verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson(
				"{\"bringBackProperties\":{\"type\":\"SESSION_ID\",\"value\":\"s1\",\"nodeId\":\"n1\"}," + rest)));
		this.events.add(Map.of("customerId", "c1", "bringBackProperties", List.of("odd"), "type", "loggedIn", "context",
				"WEB"));
		verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"customerId\":\"c1\"," + rest)));
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.events.add(EVENT.withBringBackProperties(BringBackProperties.builder().value("s1").build())))
			.withMessageStartingWith("type of bringBackProperties is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "web", "Web", " WEB", "E-COMMERCE", "e commerce", "Contact Center", "contact-center",
			"digital.campaign" })
	@DisplayName("S140 is refused before any request in a context that is spelled otherwise than ContactHub does")
	void refusesMisspeltContexts(String context) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(EVENT.in(EventContext.of(context)).byCustomerId("c1")))
			.withMessageStartingWith("context of the event is '" + context + "': ContactHub spells it '");
		assertThatIllegalArgumentException().isThrownBy(() -> this.events
			.add(Map.of("customerId", "c1", "type", "loggedIn", "context", context, "properties", Map.of())));
		assertThatIllegalArgumentException().isThrownBy(() -> EventFilter.ofNode().contexts(EventContext.of(context)));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S139 S140 is sent in each of the nine contexts, and in those of a workspace, but not in a blank one")
	void sendsPlausibleContexts() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"id\":\"e1\"}", 202)));
		List<String> contexts = List.of("CONTACT_CENTER", "WEB", "MOBILE", "ECOMMERCE", "RETAIL", "IOT", "SOCIAL",
				"DIGITAL_CAMPAIGN", "OTHER", "KIOSK", "my-own");
		for (String context : contexts) {
			this.events.add(EVENT.in(EventContext.of(context)).byCustomerId("c1"));
			verify(1, postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.context", equalTo(context))));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> EventContext.of(" "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(Map.of("customerId", "c1", "type", "loggedIn", "context", "")))
			.withMessageStartingWith("context of the event is missing");
	}

	@Test
	@DisplayName("S157 S158 happened at a time of any type, and is looked for by such times")
	void takesTimesOfAnyType() {
		Instant time = Instant.parse("2020-01-01T00:00:00Z");
		OffsetDateTime local = OffsetDateTime.parse("2020-01-01T02:00:00+02:00");
		assertThat(EVENT.at(time)).isEqualTo(EVENT.at(local))
			.isEqualTo(EVENT.at(local.toZonedDateTime()))
			.isEqualTo(EVENT.at(LocalDate.of(2020, 1, 1)))
			.isEqualTo(EVENT.at("2020-01-01T02:00:00+02:00"))
			.isEqualTo(EVENT.withDate(local));
		EventFilter filter = EventFilter.ofNode().from(time).to(time);
		assertThat(filter).isEqualTo(EventFilter.ofNode().from(local).to(local.toZonedDateTime()))
			.isEqualTo(EventFilter.ofNode().from(LocalDate.of(2020, 1, 1)).to("2020-01-01T00:00:00Z"))
			.isEqualTo(EventFilter.ofNode().from("2020-01-01").to("2020-01-01T02:00:00+02:00"));
		assertThatIllegalArgumentException().isThrownBy(() -> EVENT.at("soon"))
			.withMessageStartingWith("value for 'date' is 'soon'");
		assertThatIllegalArgumentException().isThrownBy(() -> EventFilter.ofNode().from("soon"));
		assertThatIllegalArgumentException().isThrownBy(() -> EVENT.at(LocalTime.NOON));
	}

	@Test
	@DisplayName("exists or not, and is counted")
	void existsAndIsCounted() {
		server.stubFor(any(anyUrl()).willReturn(notFound()));
		answer(get(EVENTS + "/e1"), "{\"id\":\"e1\",\"type\":\"loggedIn\"}");
		answer(get(urlPathEqualTo(EVENTS)),
				"{\"elements\":[],\"page\":{\"size\":1,\"totalElements\":7,\"totalPages\":7,\"number\":0}}");
		assertThat(this.events.existsById("e1")).isTrue();
		assertThat(this.events.existsById("e2")).isFalse();
		assertThat(this.events.count(EventFilter.ofCustomer("c1"))).isEqualTo(7);
		verify(1, getRequestedFor(urlEqualTo(EVENTS + "?page=0&size=1&customerId=c1")));
	}

	@Test
	@DisplayName("S12 S162 of a managed customer comes in a stream as well, of this customer only")
	void streamsEventsOfManagedCustomers() {
		answer(get(urlPathEqualTo(EVENTS)),
				"{\"elements\":[{\"id\":\"e1\"}],\"page\":{\"size\":50,\"totalElements\":1,\"totalPages\":1,\"number\":0}}");
		ManagedCustomer managed = this.node.customer(Customer.builder().id("c1").build());
		assertThat(managed.events()).extracting(Event::id).containsExactly("e1");
		verify(1, getRequestedFor(urlEqualTo(EVENTS + "?page=0&size=50&customerId=c1")));
	}

	@Test
	@DisplayName("S154 is looked for by types and contexts that are one each")
	void refusesCommas() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.find(EventFilter.ofNode().types(EventType.of("a,b")), PageRequest.of(0, 1)))
			.withMessageContaining("type is 'a,b'");
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.events.find(EventFilter.ofNode().contexts(EventContext.of("A,B")), PageRequest.of(0, 1)));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("are not read beyond the last page, as if it were the first")
	void endsLoops() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.find(EventFilter.ofNode(), Pageable.unpaged()))
			.withMessageContaining("stream()");
	}

}

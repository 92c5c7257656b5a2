package io.contacthub.event;

import java.time.Instant;

import io.contacthub.WireMockTests;
import io.contacthub.json.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
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
			.properties(Properties.of("url", "https://example.com", "title", null)));
		assertThat(this.events.add(event)).isEqualTo(event.withId("e1"));
		verify(1,
				postRequestedFor(urlEqualTo(EVENTS)).withHeader("Authorization", equalTo("Bearer t0ken"))
					.withHeader("Content-Type", equalTo("application/json"))
					.withRequestBody(equalToJson("""
							{"customerId":"c1","type":"viewedPage","context":"WEB","date":"2017-04-03T13:47:23.093Z",
							"properties":{"url":"https://example.com","title":null}}""")));
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
			.withMessage("POST /events failed: status 500, body: <p>broken</p>");
	}

	@Test
	@DisplayName("S145 S146 S151 S152 are brought back by session or external id, in this node")
	void bringsBack() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		Event anonymous = EVENT.withCustomerId(null);
		this.events.add(anonymous.withBringBackProperties(BringBackProperties.session("s1")));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"bringBackProperties":{"type":"SESSION_ID","value":"s1","nodeId":"n1"},
				"type":"viewedPage","context":"WEB","properties":{}}""")));
		this.events.add(anonymous.withBringBackProperties(BringBackProperties.externalId("x1")));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)).withRequestBody(equalToJson("""
				{"bringBackProperties":{"type":"EXTERNAL_ID","value":"x1","nodeId":"n1"},
				"type":"viewedPage","context":"WEB","properties":{}}""")));
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
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.events.add(EVENT.withBringBackProperties(BringBackProperties.session("s1"))))
			.withMessageContaining("it has both");
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
		assertThat(event.properties().get("n")).hasToString("1.50");
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

}

package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.contacthub.WireMockTests;
import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkOutcome.Kind;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkSettings;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.TracingId;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EventRepository#bulk(BulkSettings)} on the wire.
 */
@DisplayName("A writer of many events")
@Timeout(60)
class EventBulkTests extends WireMockTests {

	private static final String EVENTS = WORKSPACE + "/events";

	private static final BulkSettings SETTINGS = BulkSettings.defaults()
		.withConcurrency(8)
		.withPause(new PauseSettings(Duration.ofMillis(20), 1, Duration.ofMillis(20), 0));

	private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

	@Test
	@DisplayName("adds each of them once, with the date at which it was taken, and gives its id")
	void adds() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse("{\"id\":\"v1\"}", 202)));
		Instant before = Instant.now();
		List<Event> events = events(100);
		try (BulkRun<Event> run = this.node.events().bulk().write(events)) {
			List<BulkOutcome<Event>> outcomes = run.stream().toList();
			assertThat(outcomes).extracting(BulkOutcome::item).isEqualTo(events);
			assertThat(outcomes).allMatch((outcome) -> outcome.kind() == Kind.ACCEPTED && "v1".equals(outcome.id()));
		}
		assertThat(customers()).containsExactlyInAnyOrderElementsOf(events.stream().map(Event::customerId).toList());
		assertThat(server.getAllServeEvents()).allSatisfy((request) -> {
			Event sent = event(request);
			assertThat(sent.date()).isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
		});
	}

	@Test
	@DisplayName("sends an event once more with the same date")
	void keepsDate() {
		server.stubFor(post(EVENTS).inScenario("busy").willReturn(status(429)).willSetStateTo("free"));
		server.stubFor(post(EVENTS).inScenario("busy").whenScenarioStateIs("free").willReturn(status(202)));
		try (BulkRun<Event> run = this.node.events().bulk(SETTINGS).write(events(1))) {
			assertThat(run.complete().count(Kind.ACCEPTED)).isEqualTo(1);
		}
		assertThat(server.getAllServeEvents()).hasSize(2)
			.extracting((request) -> event(request).date())
			.doesNotContainNull()
			.satisfies((dates) -> assertThat(dates.get(0)).isEqualTo(dates.get(1)));
	}

	@Test
	@DisplayName("loses none and adds none twice while ContactHub asks for patience, whatever the client repeats")
	void isPatient() {
		AtomicInteger turn = new AtomicInteger();
		for (ResponseDefinitionBuilder busy : List.of(status(429).withHeader("Retry-After", "0"), status(423),
				status(503).withHeader("Retry-After", "0"))) {
			int step = turn.getAndIncrement();
			server.stubFor(post(EVENTS).atPriority(1)
				.inScenario("busy")
				.whenScenarioStateIs((step == 0) ? Scenario.STARTED : "step " + step)
				.willReturn(busy)
				.willSetStateTo("step " + (step + 1)));
		}
		server.stubFor(post(EVENTS).atPriority(2).willReturn(status(202)));
		try (BulkRun<Event> run = this.node.events().bulk(SETTINGS).write(events(200))) {
			assertThat(run.complete().count(Kind.ACCEPTED)).isEqualTo(200);
		}
		assertThat(server.getAllServeEvents()).extracting((request) -> request.getResponse().getStatus())
			.contains(429, 423, 503);
		assertThat(customers()).hasSize(200).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("sends an event that may have been carried out once, and again when it is to arrive at least once")
	void delivers() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		server.stubFor(post(EVENTS).withRequestBody(matchingJsonPath("$.customerId", equalTo("c3")))
			.inScenario("lost")
			.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
			.willSetStateTo("found"));
		server.stubFor(post(EVENTS).withRequestBody(matchingJsonPath("$.customerId", equalTo("c3")))
			.inScenario("lost")
			.whenScenarioStateIs("found")
			.willReturn(status(202)));
		try (BulkRun<Event> run = this.node.events().bulk(SETTINGS).write(events(10))) {
			assertThat(run.stream().filter(BulkOutcome::isProblem)).singleElement().satisfies((outcome) -> {
				assertThat(outcome.kind()).isEqualTo(Kind.FAILED);
				assertThat(outcome.position()).isEqualTo(3);
				assertThat(outcome.reason()).endsWith("whether it was carried out is unknown");
			});
		}
		verify(10, postRequestedFor(urlEqualTo(EVENTS)));
		server.resetRequests();
		server.resetScenarios();
		try (BulkRun<Event> run = this.node.events()
			.bulk(SETTINGS.withDelivery(Delivery.AT_LEAST_ONCE))
			.write(events(10))) {
			assertThat(run.complete().count(Kind.ACCEPTED)).isEqualTo(10);
		}
		verify(11, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("refuses events without an owner before any request, and those that ContactHub refuses")
	void refuses() {
		server.stubFor(post(EVENTS).willReturn(jsonResponse(
				"{\"message\":\"no\",\"logref\":\"l1\",\"data\":null,\"errors\":[{\"message\":\"bad\",\"path\":\"/type\"}]}",
				400)));
		List<Event> events = List.of(Event.of(EventType.LOGGED_IN).in(EventContext.WEB), events(1).get(0));
		try (BulkRun<Event> run = this.node.events().bulk(SETTINGS).write(events)) {
			List<BulkOutcome<Event>> outcomes = run.stream().toList();
			assertThat(outcomes).extracting(BulkOutcome::kind).containsOnly(Kind.REFUSED);
			assertThat(outcomes.get(0).reason()).startsWith("The event must have an owner");
			assertThat(outcomes.get(1).errors()).extracting("path").containsExactly("/type");
		}
		verify(1, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("sends with the token and in the trace of the thread that asks for outcomes, when it takes an event")
	void carriesTokenAndTrace() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		EventRepository tenants = workspace().client((client) -> client.token(() -> "token-of-" + TENANT.get()))
			.build()
			.node("n1")
			.events();
		TENANT.set("red");
		try (BulkRun<Event> run = tenants.bulk(SETTINGS).write(events(50))) {
			TracingId.run("trace-1", run::complete);
			assertThat(run.progress().count(Kind.ACCEPTED)).isEqualTo(50);
		}
		finally {
			TENANT.remove();
		}
		verify(50, postRequestedFor(urlEqualTo(EVENTS)).withHeader("Authorization", equalTo("Bearer token-of-red"))
			.withHeader(TracingId.HEADER, equalTo("trace-1")));
	}

	@Test
	@DisplayName("goes on with a new token once the old one is refused")
	void renewsToken() {
		AtomicReference<String> token = new AtomicReference<>("old");
		server.stubFor(post(EVENTS).willReturn(status(401)));
		server.stubFor(post(EVENTS).withHeader("Authorization", equalTo("Bearer new")).willReturn(status(202)));
		EventRepository events = workspace().client((client) -> client.token(token::get)).build().node("n1").events();
		try (BulkRun<Event> run = events.bulk(SETTINGS)
			.write(events(100).stream()
				.peek((event) -> token.set(event.customerId().equals("c40") ? "new" : token.get())))) {
			assertThat(run.complete().count(Kind.ACCEPTED)).isEqualTo(100);
		}
		assertThat(customers()).hasSize(100).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("makes no request without a token, and says that nothing was done")
	void hasNoToken() {
		EventRepository events = workspace().client((client) -> client.token(() -> " ")).build().node("n1").events();
		List<BulkOutcome<Event>> outcomes = new ArrayList<>();
		try (BulkRun<Event> run = events.bulk(SETTINGS).write(events(10))) {
			assertThatExceptionOfType(BulkStoppedException.class).isThrownBy(() -> run.forEach(outcomes::add))
				.withMessageContaining("The token is blank")
				.matches((stopped) -> stopped.position() == 0);
		}
		assertThat(outcomes).isNotEmpty().extracting(BulkOutcome::kind).containsOnly(Kind.NOT_DONE);
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	@Test
	@DisplayName("makes a client of its own once for a repository, with the first event")
	void makesOneClient() {
		server.stubFor(post(EVENTS).willReturn(status(202)));
		List<String> made = new CopyOnWriteArrayList<>();
		EventRepository events = workspace().client((client) -> client.restClient((restClient) -> made.add("client")))
			.build()
			.node("n1")
			.events();
		events.bulk();
		assertThat(made).hasSize(1);
		for (int i = 0; i < 3; i++) {
			try (BulkRun<Event> run = events.bulk().write(events(3))) {
				run.complete();
			}
		}
		assertThat(made).hasSize(2);
	}

	private static List<Event> events(int number) {
		return IntStream.range(0, number)
			.mapToObj((i) -> Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c" + i))
			.toList();
	}

	/**
	 * The customers of the events that were accepted.
	 */
	private static List<String> customers() {
		return server.getAllServeEvents()
			.stream()
			.filter((request) -> request.getResponse().getStatus() == 202)
			.map((request) -> event(request).customerId())
			.toList();
	}

	private static Event event(ServeEvent request) {
		return ContactHubJson.mapper().readValue(request.getRequest().getBody(), Event.class);
	}

}

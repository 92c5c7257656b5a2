package io.contacthub.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

import io.contacthub.WireMockTests;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Geo;
import io.contacthub.customer.Job;
import io.contacthub.customer.SessionId;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import io.contacthub.query.Query;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("What cannot be sent is refused before any request, and named")
class UnsendableValuesTests extends WireMockTests {

	private static final String HALF = "A\ud83d";

	private final CustomerRepository customers = this.node.customers();

	private final EventRepository events = this.node.events();

	@Test
	@DisplayName("half of a character in a path, a parameter, a query or a body")
	void refusesHalfCharacters() {
		refuses(() -> this.customers.findById(HALF), "'id'");
		refuses(() -> this.customers.educations("c1").findById(HALF), "'id'");
		refuses(() -> this.customers.findByExternalId(HALF), "'externalId'");
		refuses(() -> this.customers.inSession(SessionId.of(HALF)).insert(Customer.builder().extra("x").build()),
				"'sessionId'");
		refuses(() -> this.events.find(EventFilter.ofCustomer(HALF), PageRequest.of(0, 1)), "'customerId'");
		refuses(() -> this.events.find(EventFilter.ofNode().types(EventType.of(HALF)), PageRequest.of(0, 1)), "'type'");
		refuses(() -> this.customers.findAll(PageRequest.of(0, 1, Sort.by(HALF))), "'sort'");
		refuses(() -> workspace().build().node(HALF).customers().count(), "'nodeId'");
		refuses(() -> BASE.FIRST_NAME.eq(HALF), "'base.firstName'");
		refuses(() -> BASE.FIRST_NAME.in(List.of("Ann", HALF)), "'base.firstName'");
		refuses(() -> BASE.FIRST_NAME.like(HALF), "'base.firstName'");
		refuses(() -> Field.field("base." + HALF), "'path'");
		refuses(() -> Query.raw(Map.of("type", "simple", "x", HALF)), "'x'");
		refuses(() -> this.customers.insert(Customer.builder().base((base) -> base.firstName(HALF)).build()),
				"'base.firstName'");
		refuses(() -> this.customers.insert(Map.of("extended", Map.of("list", List.of("a", HALF)))),
				"'extended.list[1]'");
		refuses(() -> this.customers.insert(Map.of("extended", Map.of(HALF, 1))), "name of a member");
		refuses(() -> this.customers.insert(Map.of("extended", Map.of("c", '\ud83d'))), "'extended.c'");
		refuses(() -> this.customers.patch("c1", (patch) -> patch.set(BASE.FIRST_NAME, HALF)), "'base.firstName'");
		refuses(() -> this.customers.jobs("c1").insert(Job.builder().id("1").jobTitle(HALF).build()),
				"'body.jobTitle'");
		refuses(() -> this.customers.addTag("c1", HALF), "'tag'");
		refuses(() -> this.customers.addSession("c1", SessionId.of(HALF)), "'value'");
		refuses(() -> this.events.add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byExternalId(HALF)),
				"'bringBackProperties.value'");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("half of a character that came from a server, when it is sent back")
	void refusesHalfCharactersThatWereRead() {
		answer(get(urlPathEqualTo(WORKSPACE + "/customers/c1")),
				"{\"id\":\"c1\",\"nodeId\":\"n1\",\"extended\":{\"a\":\"\\ud83d\"}}");
		Customer customer = this.customers.getById("c1");
		refuses(() -> this.customers.replace(customer), "'extended.a'");
		verify(0, putRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("whole characters beyond the basic plane arrive as they are")
	void sendsWholeCharacters() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		this.customers.insert(Customer.builder().extra("\ud83d\ude00").build());
		verify(1, postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.extra", equalTo("\ud83d\ude00"))));
	}

	@Test
	@DisplayName("headers with line breaks or with characters that have no place in them, wherever they come from")
	void refusesHeaders() {
		HeaderApi api = workspace().build().client().createApi(HeaderApi.class);
		refuses(() -> api.get("a\r\nX-Other: b"), "'X-Name'");
		refuses(() -> api.get(HALF), "'X-Name'");
		refuses(() -> api.get("\u20ac"), "'X-Name'");
		ContactHubClient intercepted = workspace()
			.client((client) -> client.restClient((rest) -> rest.requestInterceptor((request, body, execution) -> {
				request.getHeaders().set("X-Tenant", "\u20ac");
				return execution.execute(request, body);
			})))
			.build()
			.client();
		refuses(() -> CustomerRepository.create(intercepted, "n1").findById("c1"), "'X-Tenant'");
		verify(0, anyRequestedFor(anyUrl()));
		answer(any(anyUrl()), "{}");
		api.get("caf\u00e9");
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("bodies of an application's own interfaces, of whatever type they are")
	void refusesBodies() {
		BodyApi api = workspace().build().client().createApi(BodyApi.class);
		refuses(() -> api.post(List.of(new Note("a"), new Note(HALF))), "'body[1].text'");
		refuses(() -> api.post(Map.of("note", new Note(HALF))), "'body.note.text'");
		refuses(() -> api.post(new Reading(Double.NaN)), "'body.value'");
		refuses(() -> api.post(ContactHubJson.mapper().createObjectNode().put("x", HALF)), "'body.x'");
		refuses(() -> api.post(HALF), "'body'");
		verify(0, anyRequestedFor(anyUrl()));
		answer(any(anyUrl()), "{}");
		api.post(List.of(new Note("a")));
		api.post(Map.of("id", UUID.fromString("123e4567-e89b-12d3-a456-426614174000")));
		api.at(Instant.parse("2020-01-01T00:00:00.123456789Z"), LocalDate.of(2020, 1, 2),
				OffsetDateTime.parse("2020-01-01T02:00:00+02:00"));
		verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("[{\"text\":\"a\"}]")));
		verify(1, getRequestedFor(urlEqualTo(WORKSPACE
				+ "/x?instant=2020-01-01T00%3A00%3A00.123Z&date=2020-01-02&local=2020-01-01T00%3A00%3A00.000Z")));
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	@DisplayName("numbers that are none in JSON")
	void refusesNumbers(double number) {
		refuses(() -> CustomerPatch.builder().set("extended.a", number), "'extended.a'");
		refuses(() -> CustomerPatch.builder().set("extended.a", (float) number), "'extended.a'");
		refuses(() -> this.customers.insert(Map.of("extended", Map.of("a", List.of(number)))), "'extended.a[0]'");
		refuses(() -> Customer.builder().build().withExtended("a", number), "'a'");
		refuses(() -> Field.extended("a").gt(number), "'extended.a'");
		refuses(() -> BASE.ADDRESS.GEO.LAT.eq(number), "'base.address.geo.lat'");
		refuses(() -> Geo.builder().lat(number), "'lat'");
		refuses(() -> JsonObject.from(new Reading(number)), "'value'");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("numbers that change later are taken as they are now")
	void copiesNumbers() {
		AtomicInteger atomic = new AtomicInteger(1);
		LongAdder adder = new LongAdder();
		adder.add(2);
		DoubleAdder doubles = new DoubleAdder();
		doubles.add(0.5);
		JsonObject properties = JsonObject.of("atomic", atomic, "adder", adder, "long", new AtomicLong(3), "double",
				doubles);
		CustomerPatch patch = CustomerPatch.builder().set("extended.n", atomic).build();
		atomic.set(10);
		adder.add(10);
		assertThat(properties).isEqualTo(Map.of("atomic", 1L, "adder", 2L, "long", 3L, "double", 0.5));
		assertThat(patch.toMap()).isEqualTo(Map.of("extended", Map.of("n", 1L)));
	}

	@Test
	@DisplayName("the ends of the calendar of Java")
	void refusesEndsOfTheCalendar() {
		refuses(() -> EventFilter.ofNode().from(Instant.MIN), "'from'");
		refuses(() -> EventFilter.ofNode().to(Instant.MAX), "'to'");
		refuses(() -> BASE.DOB.between(LocalDate.MIN, LocalDate.of(2000, 1, 1)), "'base.dob'");
		refuses(() -> REGISTERED_AT.lt(Instant.MAX), "'registeredAt'");
		refuses(() -> REGISTERED_AT.lt(OffsetDateTime.MAX), "'registeredAt'");
		refuses(() -> Field.extended("at").lt(Instant.MAX), "'extended.at'");
		refuses(() -> JsonObject.of("at", LocalDate.MAX), "'at'");
		refuses(() -> this.customers.insert(Customer.builder().base((base) -> base.dob(LocalDate.MIN)).build()),
				"'dob'");
		refuses(() -> this.events
			.add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).byCustomerId("c1").withDate(Instant.MAX)),
				"'date'");
		refuses(() -> this.customers.patch("c1", (patch) -> patch.set(BASE.DOB, LocalDate.MAX)), "'base.dob'");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "..", "a/../b", "a\nb", HALF })
	@DisplayName("the id of a workspace as any other id")
	void refusesWorkspaceIds(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> workspace().id(id).build())
			.withMessageContaining("workspaceId");
	}

	private static void refuses(ThrowingCallable call, String place) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(place);
	}

	record Reading(double value) {

	}

	record Note(String text) {

	}

	interface BodyApi {

		@PostExchange("/x")
		JsonObject post(@RequestBody Object body);

		@GetExchange("/x")
		JsonObject at(@RequestParam Instant instant, @RequestParam LocalDate date, @RequestParam OffsetDateTime local);

	}

	interface HeaderApi {

		@GetExchange("/x")
		JsonObject get(@RequestHeader("X-Name") String name);

	}

}

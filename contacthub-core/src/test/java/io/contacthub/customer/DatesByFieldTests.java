package io.contacthub.customer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.contacthub.WireMockTests;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ServiceSubscribed;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.DateField;
import io.contacthub.query.Field;
import io.contacthub.query.InstantField;
import io.contacthub.query.Query;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Dates are sent by their field, in whatever form a customer is described")
class DatesByFieldTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final ZonedDateTime MIDNIGHT_IN_ROME = ZonedDateTime.parse("1980-06-10T00:00:00+02:00[Europe/Rome]");

	private final CustomerRepository customers = this.node.customers();

	static Stream<Temporal> birthdays() {
		return Stream.of(LocalDate.of(1980, 6, 10), MIDNIGHT_IN_ROME, MIDNIGHT_IN_ROME.toOffsetDateTime(),
				ZonedDateTime.parse("1980-06-10T23:59:59-11:00[Pacific/Midway]"),
				LocalDateTime.parse("1980-06-10T12:00:00"));
	}

	@ParameterizedTest
	@MethodSource("birthdays")
	@DisplayName("S31 S74 a date is that of the date-time itself, in maps, patches, paths, builders and queries")
	void takesItsOwnDate(Temporal dob) {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		String insert = "{\"nodeId\":\"n1\",\"base\":{\"dob\":\"1980-06-10\"}}";
		String patch = "{\"base\":{\"dob\":\"1980-06-10\"}}";
		this.customers.insert(Map.of("base", Map.of("dob", dob)));
		this.customers.insert(Customer.builder().base((base) -> base.dob(dob)).build());
		this.customers.insert(Customer.builder(Map.of("base", Map.of("dob", dob))).build());
		verify(3, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson(insert)));
		this.customers.patch("c1", Map.of("base", Map.of("dob", dob)));
		this.customers.patch("c1", (changes) -> changes.set("base.dob", dob));
		this.customers.patch("c1", (changes) -> changes.set(Field.field("base"), Map.of("dob", dob)));
		this.customers.patch("c1", (changes) -> changes.setOrClear("base.dob", dob));
		verify(4, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson(patch)));
		assertThat(Query.where(Field.field("base.dob").eq(dob))).isEqualTo(Query.where(BASE.DOB.eq("1980-06-10")));
		assertThat(Query.where(BASE.DOB.eq(dob))).isEqualTo(Query.where(BASE.DOB.eq("1980-06-10")));
		this.customers
			.insert(Map.of("base", Map.of("jobs", List.of(Map.of("id", "1", "startDate", dob, "endDate", dob)))));
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson("""
				{"nodeId":"n1","base":{"jobs":[{"id":"1","startDate":"1980-06-10","endDate":"1980-06-10"}]}}""")));
	}

	@Test
	@DisplayName("S30 S31 a date that is given within properties is sent by its field as well, however deep")
	void takesItsOwnDateFromProperties() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		JsonObject base = JsonObject
			.of("dob", MIDNIGHT_IN_ROME, "jobs", List.of(JsonObject.of("id", "1", "startDate", MIDNIGHT_IN_ROME)))
			.with("firstName", "Ann");
		String expected = """
				{"base":{"dob":"1980-06-10","jobs":[{"id":"1","startDate":"1980-06-10"}],"firstName":"Ann"}}""";
		assertThat(base.get("dob")).isEqualTo("1980-06-09T22:00:00.000Z");
		this.customers.insert(Map.of("base", base));
		this.customers.insert(JsonObject.of("base", base));
		this.customers.insert(Customer.builder(Map.of("base", base)).build());
		verify(3, postRequestedFor(anyUrl())
			.withRequestBody(equalToJson(expected.replace("{\"base\"", "{\"nodeId\":\"n1\",\"base\""))));
		this.customers.patch("c1", JsonObject.of("base", base));
		this.customers.patch("c1", (patch) -> patch.set("base", base));
		verify(2, patchRequestedFor(anyUrl()).withRequestBody(equalToJson(expected)));
		refuses(() -> this.customers.insert(Map.of("base", JsonObject.of("dob", MIDNIGHT_IN_ROME.toInstant()))),
				"base.dob");
		assertThat(new Field<Object>(BASE, "dob").eq(MIDNIGHT_IN_ROME)).isEqualTo(BASE.DOB.eq(MIDNIGHT_IN_ROME));
		assertThat(BASE.DOB.in(List.of(MIDNIGHT_IN_ROME))).isEqualTo(BASE.DOB.in(List.of(LocalDate.of(1980, 6, 10))));
		assertThat(CustomerPatch.builder().set(BASE.DOB, MIDNIGHT_IN_ROME).build())
			.isEqualTo(CustomerPatch.builder().set(BASE.DOB, LocalDate.of(1980, 6, 10)).build());
	}

	@Test
	@DisplayName("S137 the dates of an event are sent by its type, in maps as in its record")
	void sendsDatesOfEvents() {
		LocalDate date = LocalDate.of(2020, 1, 2);
		Event typed = Event.of(ServiceSubscribed.builder().startDate(date).build());
		assertThat(Event.of(Map.of("type", "serviceSubscribed", "properties", Map.of("startDate", date))).toMap())
			.isEqualTo(typed.toMap());
		assertThat(
				Event.of(Map.of("type", EventType.SERVICE_SUBSCRIBED, "properties", JsonObject.of("startDate", date)))
					.toMap())
			.isEqualTo(typed.toMap());
	}

	@Test
	@DisplayName("S31 JSON of Jackson is taken as what it says, and what cannot be walked through is refused")
	void takesJsonNodes() {
		JsonNode node = ContactHubJson.mapper().readTree("{\"a\":[1,\"x\",null],\"b\":{\"c\":true}}");
		JsonObject properties = JsonObject.of("node", node);
		assertThat(properties.at("node", "b", "c")).isEqualTo(true);
		assertThat(properties.at("node", "a")).isEqualTo(Arrays.asList(1, "x", null));
		refuses(() -> JsonObject.of("path", Path.of("a", "b")), "path");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.copyOf(Collections.singletonMap(null, 1)))
			.withMessageContaining("name of a member is null");
	}

	@Test
	@DisplayName("S74 an Instant has no date, in none of the forms")
	void refusesInstants() {
		Instant instant = MIDNIGHT_IN_ROME.toInstant();
		refuses(() -> this.customers.insert(Map.of("base", Map.of("dob", instant))), "base.dob");
		refuses(() -> this.customers.patch("c1", Map.of("base", Map.of("dob", instant))), "base.dob");
		refuses(() -> CustomerPatch.builder().set("base.dob", instant), "base.dob");
		refuses(() -> Field.field("base.dob").gt(instant), "base.dob");
		refuses(() -> BASE.DOB.gt(instant), "base.dob");
		refuses(() -> BaseProperties.builder().dob(instant), "dob");
		refuses(() -> this.customers.insert(Map.of("base", Map.of("jobs", List.of(Map.of("startDate", instant))))),
				"base.jobs[0].startDate");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S31 S73 a date-time is the same point in time in every form, with three digits of a second")
	void sendsPointsInTime() {
		answer(any(anyUrl()), "{\"id\":\"c1\"}");
		Temporal time = ZonedDateTime.parse("2020-01-01T02:00:00.123456789+02:00[Europe/Helsinki]");
		String expected = "2020-01-01T00:00:00.123Z";
		this.customers.insert(Map.of("base", Map.of("likes", List.of(Map.of("id", "1", "createdTime", time)))));
		this.customers.insert(Customer.builder()
			.base((base) -> base.likes(Like.builder().id("1").createdTime(time).build()))
			.build());
		verify(2, postRequestedFor(anyUrl())
			.withRequestBody(matchingJsonPath("$.base.likes[0].createdTime", equalTo(expected))));
		this.customers.insert(Map.of("extended", Map.of("at", time)));
		verify(1, postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.extended.at", equalTo(expected))));
		assertThat(JsonObject.from(new Moment(Instant.parse("2020-01-01T00:00:00.123456789Z"))).get("time"))
			.isEqualTo(expected);
		assertThat(REGISTERED_AT.gt(time)).isEqualTo(REGISTERED_AT.gt(expected))
			.isEqualTo(Field.field("registeredAt").gt(time))
			.isEqualTo(Field.field("registeredAt").gt("2020-01-01T02:00:00.123+02:00"));
		assertThat(Field.field("registeredAt").gt(LocalDate.of(2020, 1, 1)))
			.isEqualTo(REGISTERED_AT.gt("2020-01-01T00:00:00.000Z"));
		assertThat(Field.field("registeredAt").between(0L, 1L)).isNotEqualTo(REGISTERED_AT.isNull());
	}

	@Test
	@DisplayName("what was read with more digits and not changed goes back as it came")
	void keepsDigitsThatWereRead() {
		answer(any(anyUrl()), """
				{"id":"c1","nodeId":"n1","base":{"likes":[{"id":"1","createdTime":"2020-01-01T00:00:00.123456Z"}]}}""");
		Customer customer = this.customers.getById("c1");
		assertThat(customer.base().likes().get(0).createdTime())
			.isEqualTo(Instant.parse("2020-01-01T00:00:00.123456Z"));
		this.customers.replace(customer.withExtra("x"));
		verify(1, putRequestedFor(anyUrl())
			.withRequestBody(matchingJsonPath("$.base.likes[0].createdTime", equalTo("2020-01-01T00:00:00.123456Z"))));
	}

	@Test
	@DisplayName("S46 the paths that hold dates are those of the constants")
	void knowsAllPaths() throws ReflectiveOperationException {
		Set<String> dates = new TreeSet<>();
		Set<String> dateTimes = new TreeSet<>();
		collect(CustomerFields.class, null, dates, dateTimes);
		assertThat(dates).isNotEmpty()
			.allSatisfy((path) -> assertThat(Field.field(path).eq(MIDNIGHT_IN_ROME))
				.isEqualTo(Field.field(path).eq("1980-06-10")));
		assertThat(dateTimes).isNotEmpty()
			.allSatisfy((path) -> assertThat(Field.field(path).eq(MIDNIGHT_IN_ROME))
				.isEqualTo(Field.field(path).eq("1980-06-09T22:00:00.000Z")));
		assertThat(dates).allSatisfy((path) -> refuses(() -> Field.field(path).eq(Instant.EPOCH), path));
		assertThat(dateTimes)
			.allSatisfy((path) -> assertThatIllegalArgumentException().isThrownBy(() -> Field.field(path).eq("soon")));
	}

	private static void collect(Class<?> fields, Object instance, Set<String> dates, Set<String> dateTimes)
			throws ReflectiveOperationException {
		for (java.lang.reflect.Field constant : fields.getFields()) {
			Object field = constant.get(instance);
			if (field instanceof DateField date) {
				dates.add(date.path());
			}
			else if (field instanceof InstantField dateTime) {
				dateTimes.add(dateTime.path());
			}
			else if (field.getClass().getSimpleName().endsWith("Fields")) {
				collect(field.getClass(), field, dates, dateTimes);
			}
		}
	}

	private static void refuses(ThrowingCallable call, String path) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("'" + path + "'");
	}

	record Moment(Instant time) {

	}

}

package io.contacthub.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.EXTENDED;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static io.contacthub.customer.CustomerFields.ID;
import static io.contacthub.customer.CustomerFields.NODE_ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Query} and its criteria.
 */
@DisplayName("A query")
class QueryTests {

	private static final Criterion ANN = BASE.FIRST_NAME.eq("Ann");

	private static final Criterion SMITH = BASE.LAST_NAME.eq("Smith");

	private static final Criterion FEMALE = BASE.GENDER.eq("F");

	private static final String A = atomic("base.firstName", "EQUALS", "\"Ann\"");

	private static final String B = atomic("base.lastName", "EQUALS", "\"Smith\"");

	private static final String C = atomic("base.gender", "EQUALS", "\"F\"");

	@Test
	@DisplayName("S8 S58 S59 S60 S63 S64 is one expression, and nothing is sent by writing it")
	void isOneExpression() {
		assertQuery(Query.where(ANN), simple(A));
	}

	@Test
	@DisplayName("S60 names any property, known or not, by the objects around it")
	void namesAnyProperty() {
		assertCriterion(BASE.CONTACTS.EMAIL.eq("x"), atomic("base.contacts.email", "EQUALS", "\"x\""));
		assertCriterion(BASE.ADDRESS.GEO.LAT.eq(BigDecimal.ONE), atomic("base.address.geo.lat", "EQUALS", "1"));
		assertCriterion(TAGS.AUTO.contains("x"), atomic("tags.auto", "IN", "\"x\""));
		assertCriterion(EXTERNAL_ID.eq("x"), atomic("externalId", "EQUALS", "\"x\""));
		assertCriterion(Field.extended("card", "level").eq("x"), atomic("extended.card.level", "EQUALS", "\"x\""));
		assertCriterion(Field.field("base.planet.moon").eq("x"), atomic("base.planet.moon", "EQUALS", "\"x\""));
	}

	@Test
	@DisplayName("S61 S62 takes further criteria, all in one list, and stays as it was itself")
	void takesFurtherCriteria() {
		Query one = Query.where(ANN);
		Query three = one.and(SMITH).and(FEMALE);
		assertQuery(three, simple(composite("and", A, B, C)));
		assertQuery(one, simple(A));
		assertQuery(one.or(SMITH), simple(composite("or", A, B)));
		assertQuery(one.or(SMITH).and(FEMALE), simple(composite("and", composite("or", A, B), C)));
	}

	@Test
	@DisplayName("S65 S66 S67 S68 S69 compares")
	void compares() {
		assertCriterion(BASE.FIRST_NAME.ne("Ann"), atomic("base.firstName", "NOT_EQUALS", "\"Ann\""));
		assertCriterion(BASE.DOB.gt(LocalDate.of(1994, 6, 10)), atomic("base.dob", "GT", "\"1994-06-10\""));
		assertCriterion(BASE.DOB.gte(LocalDate.of(1994, 6, 10)), atomic("base.dob", "GTE", "\"1994-06-10\""));
		assertCriterion(REGISTERED_AT.lt(Instant.parse("2010-06-10T00:00:00Z")),
				atomic("registeredAt", "LT", "\"2010-06-10T00:00:00.000Z\""));
		assertCriterion(REGISTERED_AT.lte("2010-06-10T02:00:00+02:00"),
				atomic("registeredAt", "LTE", "\"2010-06-10T00:00:00.000Z\""));
		assertCriterion(BASE.ADDRESS.GEO.LAT.gt(new BigDecimal("45.10")),
				atomic("base.address.geo.lat", "GT", "45.10"));
		assertCriterion(BASE.EDUCATIONS.START_YEAR.lte(1994), atomic("base.educations.startYear", "LTE", "1994"));
		assertCriterion(BASE.SUBSCRIPTIONS.KIND.eq(SubscriptionKind.SERVICE),
				atomic("base.subscriptions.kind", "EQUALS", "\"SERVICE\""));
	}

	@Test
	@DisplayName("S64 sends zero, false and the empty text")
	void sendsFalsyValues() {
		assertCriterion(Field.extended("points").eq(0), atomic("extended.points", "EQUALS", "0"));
		assertCriterion(ENABLED.eq(false), atomic("enabled", "EQUALS", "false"));
		assertCriterion(EXTRA.ne(""), atomic("extra", "NOT_EQUALS", "\"\""));
	}

	@Test
	@DisplayName("S64 S65 S66 S67 S68 S69 compares with numbers, texts and truth values of any field")
	void comparesPlainValues() {
		assertComparisons(BASE.EDUCATIONS.START_YEAR, 1994, "1994");
		assertComparisons(BASE.ADDRESS.GEO.LON, new BigDecimal("-9.5"), "-9.5");
		assertComparisons(BASE.LAST_NAME, "Smith", "\"Smith\"");
		assertComparisons(ENABLED, true, "true");
		assertComparisons(Field.extended("points"), 9007199254740993L, "9007199254740993");
		assertComparisons(Field.extended("level", "name"), "gold", "\"gold\"");
		assertComparisons(BASE.SUBSCRIPTIONS.KIND, SubscriptionKind.of("TELEPATHY"), "\"TELEPATHY\"");
	}

	@Test
	@DisplayName("S64 S65 S66 S67 S68 S69 compares with dates, date-times and texts of them")
	void comparesDates() {
		Instant instant = Instant.parse("1994-06-10T12:30:00Z");
		String date = "\"1994-06-10\"";
		assertTemporalComparisons(BASE.DOB, LocalDate.of(1994, 6, 10), date);
		assertTemporalComparisons(BASE.DOB, OffsetDateTime.parse("1994-06-10T23:30:00-02:00"), date);
		assertTemporalComparisons(BASE.DOB, "1994-06-10", date);
		assertTemporalComparisons(BASE.DOB, "1994-06-10T12:30:00Z", date);
		String dateTime = "\"1994-06-10T12:30:00.000Z\"";
		assertTemporalComparisons(REGISTERED_AT, instant, dateTime);
		assertTemporalComparisons(REGISTERED_AT, OffsetDateTime.parse("1994-06-10T14:30:00+02:00"), dateTime);
		assertTemporalComparisons(REGISTERED_AT, "1994-06-10T14:30:00+02:00", dateTime);
		assertTemporalComparisons(REGISTERED_AT, LocalDate.of(1994, 6, 10), "\"1994-06-10T00:00:00.000Z\"");
	}

	@Test
	@DisplayName("asks for null, without a value")
	void asksForNull() {
		String none = "{\"type\":\"atomic\",\"attribute\":\"extra\",\"operator\":\"IS_NULL\"}";
		assertCriterion(EXTRA.isNull(), none);
		assertCriterion(EXTRA.eq(null), none);
		assertCriterion(EXTRA.isNotNull(), none.replace("IS_NULL", "IS_NOT_NULL"));
		assertCriterion(EXTRA.ne(null), none.replace("IS_NULL", "IS_NOT_NULL"));
		assertCriterion(BASE.DOB.isNull(), none.replace("extra", "base.dob"));
	}

	@Test
	@DisplayName("S70 S71 looks for a value in a list, and for a field in a list of values")
	void looksInLists() {
		assertCriterion(TAGS.MANUAL.contains("vip"), atomic("tags.manual", "IN", "\"vip\""));
		assertCriterion(TAGS.MANUAL.doesNotContain("vip"), atomic("tags.manual", "NOT_IN", "\"vip\""));
		assertCriterion(NODE_ID.in(List.of("a", "b")), atomic("nodeId", "IN", "[\"a\",\"b\"]"));
		assertCriterion(NODE_ID.notIn(Set.of("a")), atomic("nodeId", "NOT_IN", "[\"a\"]"));
		assertCriterion(Field.extended("list").asList().contains(7), atomic("extended.list", "IN", "7"));
		assertCriterion(NODE_ID.in(List.of()), atomic("nodeId", "IN", "[]"));
	}

	@Test
	@DisplayName("S72 S73 looks between two dates, given as dates, date-times or texts")
	void looksBetweenDates() {
		String expected = atomic("base.dob", "BETWEEN", "[\"1980-01-01\",\"1990-12-31\"]");
		assertCriterion(BASE.DOB.between(LocalDate.of(1980, 1, 1), LocalDate.of(1990, 12, 31)), expected);
		assertCriterion(BASE.DOB.between("1980-01-01", "1990-12-31T23:00:00.000+0000"), expected);
		assertCriterion(REGISTERED_AT.between("2017-01-01", "2017-02-01T00:00:00Z"),
				atomic("registeredAt", "BETWEEN", "[\"2017-01-01T00:00:00.000Z\",\"2017-02-01T00:00:00.000Z\"]"));
		assertCriterion(Field.extended("points").between(0, 10), atomic("extended.points", "BETWEEN", "[0,10]"));
	}

	@Test
	@DisplayName("S74 takes dates and date-times for either kind of field, in the right zone")
	void convertsDates() {
		String dob = atomic("base.dob", "GT", "\"1994-06-10\"");
		assertCriterion(BASE.DOB.gt(OffsetDateTime.parse("1994-06-10T00:30:00+02:00")), dob);
		assertCriterion(BASE.DOB.gt(ZonedDateTime.parse("1994-06-10T00:30:00+02:00[Europe/Rome]")), dob);
		assertCriterion(BASE.DOB.gt(LocalDateTime.parse("1994-06-10T00:30:00")), dob);
		String registered = atomic("registeredAt", "GT", "\"1994-06-09T22:30:00.000Z\"");
		assertCriterion(REGISTERED_AT.gt(OffsetDateTime.parse("1994-06-10T00:30:00+02:00")), registered);
		assertCriterion(REGISTERED_AT.gt(ZonedDateTime.parse("1994-06-10T00:30:00+02:00[Europe/Rome]")), registered);
		assertCriterion(REGISTERED_AT.eq(LocalDate.of(1994, 6, 10)),
				atomic("registeredAt", "EQUALS", "\"1994-06-10T00:00:00.000Z\""));
		assertCriterion(REGISTERED_AT.ne((Instant) null),
				"{\"type\":\"atomic\",\"attribute\":\"registeredAt\",\"operator\":\"IS_NOT_NULL\"}");
	}

	@Test
	@DisplayName("S73 S74 refuses texts that are no dates, and date-times that lack their zone")
	void refusesOtherDates() {
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.DOB.between("1980-01-01", "soon"))
			.withMessage("value for 'base.dob' is 'soon': give a LocalDate, or a date-time whose date is meant, "
					+ "or such a text in ISO 8601");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> REGISTERED_AT.gt(LocalDateTime.parse("1994-06-10T00:30:00")))
			.withMessageContaining("a date-time with its zone");
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.DOB.gt(Instant.parse("1994-06-10T23:59:59Z")))
			.withMessage(
					"value for 'base.dob' is the Instant '1994-06-10T23:59:59Z', which has no date without a zone: "
							+ "give a LocalDate, or instant.atZone(zone)");
		assertThatIllegalArgumentException().isThrownBy(() -> BASE.DOB.gt((LocalDate) null))
			.withMessageContaining("use isNull()");
	}

	@Test
	@DisplayName("S75 S76 S77 combines criteria to any depth, as the parentheses say")
	void combinesCriteria() {
		assertQuery(Query.where(ANN.and(SMITH)), simple(composite("and", A, B)));
		assertQuery(Query.where(ANN.or(SMITH)), simple(composite("or", A, B)));
		assertQuery(Query.where(ANN.and(SMITH).and(FEMALE)), simple(composite("and", A, B, C)));
		assertQuery(Query.where(ANN.and(SMITH.and(FEMALE))), simple(composite("and", A, B, C)));
		assertQuery(Query.where(ANN.or(SMITH).and(FEMALE.or(ANN.and(SMITH)))),
				simple(composite("and", composite("or", A, B), composite("or", C, composite("and", A, B)))));
	}

	@Test
	@DisplayName("S78 S79 is combined with others as sets, in their order")
	void combinesQueries() {
		Query a = Query.where(ANN);
		Query b = Query.where(SMITH);
		Query c = Query.where(FEMALE);
		String sa = simple(A);
		String sb = simple(B);
		String sc = simple(C);
		assertQuery(a.intersect(b), combined("INTERSECT", sa, sb));
		assertQuery(a.union(b).union(c), combined("UNION", sa, sb, sc));
		assertQuery(a.union(b.union(c)), combined("UNION", sa, sb, sc));
		assertQuery(a.intersect(b.union(c)), combined("INTERSECT", sa, combined("UNION", sb, sc)));
		assertQuery(a.except(b), combined("EXCEPT", sa, sb));
		assertQuery(a.except(b).except(c), combined("EXCEPT", combined("EXCEPT", sa, sb), sc));
		assertQuery(a.except(b.except(c)), combined("EXCEPT", sa, combined("EXCEPT", sb, sc)));
	}

	@Test
	@DisplayName("S78 without conditions is the other one where it is combined, but for EXCEPT, which it is refused for")
	void treatsEmptyOperands() {
		Query a = Query.where(ANN);
		assertThat(a.union(Query.all())).isEqualTo(a);
		assertThat(Query.all().union(a)).isEqualTo(a);
		assertThat(a.intersect(Query.all())).isEqualTo(a);
		assertThat(Query.all().intersect(a)).isEqualTo(a);
		assertThat(Query.all().and(ANN)).isEqualTo(a);
		assertThat(Query.all().or(ANN)).isEqualTo(a);
		assertThat(Query.all().union(Query.all()).isAll()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> Query.where(null)).withMessageContaining("Query.all()");
		assertThatIllegalArgumentException().isThrownBy(() -> a.except(Query.all()))
			.withMessage("A query without conditions cannot be combined by EXCEPT: begin it with where(...)");
		assertThatIllegalArgumentException().isThrownBy(() -> Query.all().except(a));
	}

	@Test
	@DisplayName("S78 takes no criteria when it is combined, and is not sent without conditions")
	void refusesCriteriaWhenCombined() {
		Query a = Query.where(ANN);
		assertThatIllegalStateException().isThrownBy(() -> a.union(a).and(SMITH))
			.withMessageStartingWith("A combined query takes no further criteria");
		assertThatIllegalStateException().isThrownBy(() -> Query.all().toJson());
	}

	@Test
	@DisplayName("asks for what customers did")
	void asksForEvents() {
		Query buyers = Query.did(EventType.COMPLETED_ORDER, Field.field("properties.amount.total").gt(100),
				Instant.ofEpochMilli(1472421600000L), Instant.ofEpochMilli(1475099999000L));
		String did = """
				"did":{"event":{"name":"completedOrder"},"condition":%s,"timeframe":%s}""".formatted(
				atomic("properties.amount.total", "GT", "100"),
				atomic("date", "BETWEEN", "[1472421600000,1475099999000]"));
		assertQuery(buyers, "{\"type\":\"simple\"," + did + "}");
		assertQuery(buyers.and(ANN), "{\"type\":\"simple\",\"are\":{\"condition\":" + A + "}," + did + "}");
	}

	@Test
	@DisplayName("is sent in the words of the API where there are no others")
	void isRaw() {
		Query raw = Query.raw(Map.of("type", "simple", "future", Map.of("x", 1)));
		assertThat(raw.toJson()).contains("\"future\":{\"x\":1}");
		assertThat(raw.union(Query.where(ANN)).toJson()).contains("UNION");
		assertThatIllegalArgumentException().isThrownBy(() -> Query.raw(Map.of("name", "x", "query", Map.of())))
			.withMessageContaining("without the container");
	}

	@Test
	@DisplayName("offers LIKE, and any field by its path")
	void offersLike() {
		assertCriterion(EXTERNAL_ID.like("a%"), atomic("externalId", "LIKE", "\"a%\""));
		assertCriterion(Field.field("base.planet").eq("Mars"), atomic("base.planet", "EQUALS", "\"Mars\""));
		assertCriterion(ID.eq("c1"), atomic("id", "EQUALS", "\"c1\""));
		assertThat(EXTENDED.isNotNull()).isEqualTo(Field.field("extended").isNotNull());
	}

	@Test
	@DisplayName("is a value that shows no values")
	void isValue() {
		assertThat(Query.where(ANN)).isEqualTo(Query.where(BASE.FIRST_NAME.eq("Ann")))
			.hasSameHashCodeAs(Query.where(BASE.FIRST_NAME.eq("Ann")))
			.isNotEqualTo(Query.where(SMITH))
			.hasToString("Query[base.firstName EQUALS]");
		assertThat(Query.where(ANN.and(SMITH.or(FEMALE))))
			.hasToString("Query[(base.firstName EQUALS and (base.lastName EQUALS or base.gender EQUALS))]");
		assertThat(Query.all()).hasToString("Query[all]");
		assertThat(Query.where(ANN).union(Query.where(SMITH))).asString().doesNotContain("Ann", "Smith");
	}

	private static <T> void assertComparisons(Field<T> field, T value, String expected) {
		assertComparisons(field.path(), expected, field.eq(value), field.ne(value), field.gt(value), field.gte(value),
				field.lt(value), field.lte(value));
		assertCriterion(field.between(value, value),
				atomic(field.path(), "BETWEEN", "[" + expected + "," + expected + "]"));
	}

	private static void assertTemporalComparisons(TemporalField field, Temporal value, String expected) {
		assertComparisons(field.path(), expected, field.eq(value), field.ne(value), field.gt(value), field.gte(value),
				field.lt(value), field.lte(value));
		assertCriterion(field.between(value, value),
				atomic(field.path(), "BETWEEN", "[" + expected + "," + expected + "]"));
	}

	private static void assertTemporalComparisons(TemporalField field, String value, String expected) {
		assertComparisons(field.path(), expected, field.eq(value), field.ne(value), field.gt(value), field.gte(value),
				field.lt(value), field.lte(value));
		assertCriterion(field.between(value, value),
				atomic(field.path(), "BETWEEN", "[" + expected + "," + expected + "]"));
	}

	private static void assertComparisons(String path, String expected, Criterion... criteria) {
		List<String> operators = List.of("EQUALS", "NOT_EQUALS", "GT", "GTE", "LT", "LTE");
		assertThat(criteria).hasSameSizeAs(operators);
		for (int i = 0; i < criteria.length; i++) {
			assertCriterion(criteria[i], atomic(path, operators.get(i), expected));
		}
	}

	private static void assertCriterion(Criterion criterion, String expected) {
		assertQuery(Query.where(criterion), simple(expected));
	}

	private static void assertQuery(Query query, String expected) {
		String json = query.toJson();
		assertThat(ContactHubJson.mapper().readTree(json))
			.isEqualTo(ContactHubJson.mapper().readTree("{\"name\":\"query\",\"query\":" + expected + "}"));
		assertThat(json).contains(expected.contains("45.10") ? "45.10" : "query");
		QueryGrammar.check(ContactHubJson.mapper().readValue(json, Map.class));
	}

	private static String simple(String condition) {
		return "{\"type\":\"simple\",\"are\":{\"condition\":" + condition + "}}";
	}

	private static String atomic(String attribute, String operator, String value) {
		return "{\"type\":\"atomic\",\"attribute\":\"%s\",\"operator\":\"%s\",\"value\":%s}".formatted(attribute,
				operator, value);
	}

	private static String composite(String conjunction, String... conditions) {
		return "{\"type\":\"composite\",\"conjunction\":\"%s\",\"conditions\":[%s]}".formatted(conjunction,
				String.join(",", conditions));
	}

	private static String combined(String conjunction, String... queries) {
		return "{\"type\":\"combined\",\"conjunction\":\"%s\",\"queries\":[%s]}".formatted(conjunction,
				String.join(",", queries));
	}

}

package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.query.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Members of types that few records have. The records here are among the {@link Values},
 * so that what holds of all holds of them.
 */
@DisplayName("A member of an object")
class MemberTypeTests {

	private static final String QUERY = "{\"type\":\"simple\",\"are\":{\"condition\":{\"type\":\"atomic\","
			+ "\"attribute\":\"extra\",\"operator\":\"IS_NULL\"}}}";

	private final JsonMapper mapper = ContactHubJson.mapper();

	@ParameterizedTest
	@ValueSource(strings = { "7", "-7", "0", "1099511627776", "9007199254740993", "9223372036854775807",
			"-9223372036854775808" })
	@DisplayName("may be a whole number of 64 bits, of which nothing is kept twice")
	void isLong(String number) {
		Count count = readCount("{\"total\":" + number + ",\"parts\":[" + number + ",1]}");
		assertThat(count.total()).isEqualTo(Long.valueOf(number));
		assertThat(count.parts()).containsExactly(Long.valueOf(number), 1L);
		assertThat(count.unknown()).isEmpty();
		assertThat(this.mapper.writeValueAsString(count))
			.isEqualTo("{\"total\":" + number + ",\"parts\":[" + number + ",1]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1099511627776\"", "1099511627776.0" })
	@DisplayName("that is a whole number in another form goes back as it came, until it is set")
	void keepsTheForm(String number) {
		Count count = readCount("{\"total\":" + number + "}");
		assertThat(count.total()).isEqualTo(1099511627776L);
		assertThat(this.mapper.writeValueAsString(count)).isEqualTo("{\"total\":" + number + "}");
		assertThat(this.mapper.writeValueAsString(new Count(5L, null, count.unknown()))).isEqualTo("{\"total\":5}");
		assertThat(this.mapper.writeValueAsString(new Count(null, null, count.unknown()))).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775808", "1.5", "\"many\"", "true", "{}", "[1]", "1E400" })
	@DisplayName("that is no whole number of 64 bits reads as absent, and goes back as it came")
	void isNoLong(String number) {
		Count count = readCount("{\"total\":" + number + "}");
		assertThat(count.total()).isNull();
		assertThat(this.mapper.readTree(this.mapper.writeValueAsString(count)))
			.isEqualTo(this.mapper.readTree("{\"total\":" + number + "}"));
	}

	@Test
	@DisplayName("that is a whole number is read from any number of a map")
	void readsLongsOfMaps() {
		for (Number number : List.of(7, 7L, BigInteger.valueOf(7), new BigDecimal("7"), (short) 7)) {
			assertThat(Members.read(Map.of("total", number), Count.class).total()).isEqualTo(7L);
		}
	}

	@Test
	@DisplayName("may be a query, of which nothing is kept twice")
	void isQuery() {
		Report report = readReport("{\"query\":" + QUERY + ",\"queries\":[" + QUERY + "]}");
		assertThat(report.query()).isEqualTo(Query.where(EXTRA.isNull()));
		assertThat(report.queries()).containsExactly(Query.where(EXTRA.isNull()));
		assertThat(report.unknown()).isEmpty();
		assertThat(json(report)).isEqualTo("{\"query\":" + QUERY + ",\"queries\":[" + QUERY + "]}");
		assertThat(report.toMap().get("query")).isEqualTo(report.query().toJsonObject().toMap());
		assertThat(report.toMap().get("queries")).isEqualTo(List.of(report.query().toJsonObject().toMap()));
		assertThat(json(new Report(Query.where(EXTRA.isNotNull()), null, null, report.unknown())))
			.isEqualTo("{\"query\":" + QUERY.replace("IS_NULL", "IS_NOT_NULL") + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"n\",\"query\":" + QUERY + "}" })
	@DisplayName("that is a query in another form goes back as it came, until it is set")
	void keepsTheFormOfQueries(String query) {
		Report report = readReport("{\"query\":" + query + "}");
		assertThat(report.query()).isNotNull();
		assertThat(json(report)).isEqualTo("{\"query\":" + query + "}");
		assertThat(json(new Report(null, null, null, report.unknown()))).isEqualTo("{}");
		assertThat(json(new Report(Query.where(EXTRA.isNull()), null, null, JsonObject.of())))
			.isEqualTo("{\"query\":" + QUERY + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"none\"", "[1]", "7" })
	@DisplayName("that is no query reads as absent, and goes back as it came")
	void isNoQuery(String query) {
		Report report = readReport("{\"query\":" + query + ",\"queries\":[" + QUERY + "," + query + "]}");
		assertThat(report.query()).isNull();
		assertThat(report.queries()).isEmpty();
		assertThat(json(report)).isEqualTo("{\"query\":" + query + ",\"queries\":[" + QUERY + "," + query + "]}");
	}

	@Test
	@DisplayName("is a query without its container in a map and in a request too")
	void takesQueriesOfMaps() {
		Query query = Query.where(EXTRA.isNull());
		Map<String, Object> map = Map.of("query", query, "queries", List.of(query));
		Report report = Members.read(map, Report.class);
		assertThat(report).isEqualTo(new Report(query, List.of(query), null, JsonObject.of()));
		assertThat(JsonObject.of("any", query).get("any")).isEqualTo(query.toJsonObject());
		assertThat(this.mapper.writeValueAsString(RequestDocument.of(RequestDocument.members(report))))
			.isEqualTo("{\"query\":" + QUERY + ",\"queries\":[" + QUERY + "]}");
		Query unsendable = this.mapper.readValue(QUERY.replace("IS_NULL", "\\ud83d"), Query.class);
		for (Report other : List.of(new Report(unsendable, null, null, JsonObject.of()),
				new Report(null, List.of(unsendable), null, JsonObject.of()))) {
			Map<String, Object> members = new LinkedHashMap<>(Map.of("report", other));
			assertThatIllegalArgumentException().isThrownBy(() -> RequestDocument.of(members));
			assertThatIllegalArgumentException().isThrownBy(() -> RequestDocument.of(RequestDocument.members(other)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", " {}", "{ \\\"type\\\": \\\"object\\\", \\\"rate\\\": 1.50 }" })
	@DisplayName("that is an object is read from a text that holds one, and goes back as that text until it is set")
	void readsObjectsInTexts(String text) {
		Report report = readReport("{\"schema\":\"" + text + "\"}");
		assertThat(report.schema()).isEqualTo(this.mapper.readValue(text.replace("\\", ""), JsonObject.class));
		assertThat(json(report)).isEqualTo("{\"schema\":\"" + text + "\"}");
		assertThat(json(new Report(null, null, report.schema().with("a", 1), report.unknown()))).contains("\"a\":1}}");
		assertThat(json(new Report(null, null, null, report.unknown()))).isEqualTo("{}");
		assertThat(RequestDocument.at(RequestDocument.of(RequestDocument.members(report)), "schema"))
			.isEqualTo(text.replace("\\", ""));
	}

	@Test
	@DisplayName("that is an object in a text is found by its path too")
	void findsObjectsInTexts() {
		Customer customer = Customer.of(Map.of("extended", "{\"card\":{\"level\":\"gold\"}}"));
		assertThat(customer.get("extended.card.level")).isEqualTo("gold");
		assertThat(customer.get("extended.card")).isEqualTo(Map.of("level", "gold"));
		assertThat(customer.get("extended")).isEqualTo("{\"card\":{\"level\":\"gold\"}}");
		assertThat(customer.toMap()).containsOnly(Map.entry("extended", "{\"card\":{\"level\":\"gold\"}}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "none", "{", "{}{}", "{\\\"a\\\":}", "[1]", " [1]", " ", "{a:1}" })
	@DisplayName("that is an object reads as absent from any other text, which goes back as it came")
	void keepsOtherTexts(String text) {
		Report report = readReport("{\"schema\":\"" + text + "\"}");
		assertThat(report.schema()).isEmpty();
		assertThat(json(report)).isEqualTo("{\"schema\":\"" + text + "\"}");
	}

	@Test
	@DisplayName("that is an object reads as absent from a text that nests too deep")
	void refusesDeepTexts() {
		int levels = ContactHubJson.DEPTH + 1;
		String text = "{\\\"a\\\":".repeat(levels) + "1" + "}".repeat(levels);
		Report report = readReport("{\"schema\":\"" + text + "\"}");
		assertThat(report.schema()).isEmpty();
		assertThat(json(report)).isEqualTo("{\"schema\":\"" + text + "\"}");
	}

	private Report readReport(String text) {
		return this.mapper.readValue(text, Report.class);
	}

	private String json(ApiObject object) {
		return this.mapper.writeValueAsString(object);
	}

	private Count readCount(String text) {
		return this.mapper.readValue(text, Count.class);
	}

	record Count(@Nullable Long total, @Nullable List<Long> parts, JsonObject unknown) implements ApiObject {

		Count {
			parts = Members.list(parts);
			unknown = Members.unknown(unknown);
		}

		private Object writeReplace() {
			return Members.serialized(this);
		}

		@Override
		public String toString() {
			return Members.describe(this);
		}

	}

	record Report(@Nullable Query query, @Nullable List<Query> queries, @Nullable JsonObject schema,
			JsonObject unknown) implements ApiObject {

		Report {
			queries = Members.list(queries);
			schema = Members.properties(schema);
			unknown = Members.unknown(unknown);
		}

		private Object writeReplace() {
			return Members.serialized(this);
		}

		@Override
		public String toString() {
			return Members.describe(this);
		}

	}

}

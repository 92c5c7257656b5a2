package io.contacthub.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for queries that are read, narrowed and written again.
 */
@DisplayName("A query that is read")
class QueryDocumentTests {

	private static final Criterion OTHER = EXTRA.isNull();

	private static final String OTHER_JSON = "{'type':'atomic','attribute':'extra','operator':'IS_NULL'}";

	private static final String OTHER_QUERY = "{'type':'simple','are':{'condition':" + OTHER_JSON + "}}";

	private static final int DOCUMENTS = 2000;

	@ParameterizedTest
	@ValueSource(strings = {
			"{'name':'','type':'simple','are':{'condition':{'type':'atomic','attribute':'base.dob','operator':'LTE','value':'1994-10-06'}}}",
			"{'type':'combined','name':'Buyers','conjunction':'INTERSECT','queries':[{'name':'a','type':'simple','are':{'condition':"
					+ "{'type':'atomic','attribute':'base.address.city','operator':'IN','value':['Genova','Milano']}}}]}",
			"{'type':'simple','name':'No name','are':{'condition':{'type':'composite','conjunction':'or','name':'x','conditions':"
					+ "[{'type':'atomic','attribute':'extended.n','operator':'GT','value':1.10}]}}}",
			"{'type':'simple','did':{'event':{'name':'viewedPage','mode':'ACTIVE'},'condition':{'type':'near'},'timeframe':'ever'}}",
			"{'type':'simple','are':{'condition':{'type':'atomic','attribute':7,'operator':'NEAR','radius':5}}}",
			"{'type':'simple','are':[1]}", "{'type':'simple','are':{'condition':'all'}}", "{'type':'simple'}",
			"{'type':'combined','conjunction':'XOR','queries':[{},{'type':'future'}]}",
			"{'type':'combined','conjunction':'UNION','queries':[1]}", "{'type':'combined'}",
			"{'type':'future','x':[1]}", "{'type':7}", "{'x':1}" })
	@DisplayName("is written as it came, whatever is in it")
	void isWrittenAsItCame(String document) {
		JsonObject given = object(document);
		Query query = Query.of(given);
		assertThat(query.toJsonObject()).isEqualTo(given);
		assertThat(query.toJsonObject().keySet()).containsExactlyElementsOf(given.keySet());
		assertThat(Query.of(query.toJsonObject())).isEqualTo(query).hasSameHashCodeAs(query);
		assertThat(ContactHubJson.mapper().writeValueAsString(query.toJsonObject())).isEqualTo(json(document));
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("is written as it came, and holds all of it when it is combined, whatever is in it")
	void isLossless(JsonObject document) {
		Query query = Query.of(document);
		assertThat(query.toJsonObject()).isEqualTo(document);
		assertThat(ContactHubJson.mapper().readValue(query.toJson(), JsonObject.class).get("query"))
			.isEqualTo(document);
		Query other = Query.where(OTHER);
		assertCombined(document, "INTERSECT", query.intersect(other));
		assertCombined(document, "UNION", query.union(other));
		assertCombined(document, "EXCEPT", query.except(other));
	}

	private static void assertCombined(JsonObject document, String conjunction, Query combined) {
		List<Object> queries = new ArrayList<>();
		if (!conjunction.equals("EXCEPT") && isPlainList(document, "combined", conjunction, "queries")) {
			queries.addAll((List<?>) document.get("queries"));
		}
		else {
			queries.add(document);
		}
		queries.add(object(OTHER_QUERY));
		assertThat(combined.toJsonObject())
			.isEqualTo(Map.of("type", "combined", "conjunction", conjunction, "queries", queries));
		assertThat(Query.of(combined.toJsonObject())).isEqualTo(combined);
	}

	/**
	 * Return whether a document is a list and nothing else.
	 */
	private static boolean isPlainList(JsonObject document, String type, String conjunction, String name) {
		return document.size() == 3 && type.equals(document.get("type"))
				&& conjunction.equals(document.get("conjunction")) && document.get(name) instanceof List<?> list
				&& !list.isEmpty() && list.stream().allMatch(JsonObject.class::isInstance);
	}

	@ParameterizedTest
	@MethodSource("documents")
	@DisplayName("changes in its condition alone when it is narrowed by a criterion, or refuses it")
	void isNarrowedInOnePlace(JsonObject document) {
		Query query = Query.of(document);
		boolean isSimple = "simple".equals(document.get("type"))
				&& (!document.containsKey("did") || document.get("did") instanceof JsonObject);
		if (isSimple && !document.containsKey("are")) {
			assertThat(query.and(OTHER).toJsonObject())
				.isEqualTo(document.with("are", Map.of("condition", object(OTHER_JSON))));
			return;
		}
		if (!isSimple || !(document.at("are", "condition") instanceof JsonObject condition)) {
			assertThatIllegalStateException().isThrownBy(() -> query.and(OTHER))
				.withMessageContaining("intersect(where(...))");
			return;
		}
		JsonObject narrowed = query.and(OTHER).toJsonObject();
		List<?> conditions = (List<?>) narrowed.at("are", "condition", "conditions");
		assertThat(conditions.get(conditions.size() - 1)).isEqualTo(object(OTHER_JSON));
		assertThat(conditions.subList(0, conditions.size() - 1))
			.isEqualTo(isPlainList(condition, "composite", "and", "conditions") ? condition.get("conditions")
					: List.of(condition));
		assertThat(narrowed.with("are", ((JsonObject) narrowed.get("are")).with("condition", condition)))
			.isEqualTo(document);
	}

	@Test
	@DisplayName("keeps its name, what customers did and what is not known, where they are, when it is narrowed")
	void keepsWhatIsThere() {
		Query query = Query
			.of(object("{'name':'n','are':{'x':1,'condition':{'type':'atomic','attribute':'a','operator':'NEAR','r':5},"
					+ "'y':2},'did':{'z':3},'future':4,'type':'simple'}"));
		assertThat(json(query.and(OTHER))).isEqualTo(
				json("{'name':'n','are':{'x':1,'condition':{'type':'composite','conjunction':'and','conditions':["
						+ "{'type':'atomic','attribute':'a','operator':'NEAR','r':5}," + OTHER_JSON
						+ "]},'y':2},'did':{'z':3},'future':4,'type':'simple'}"));
		assertThat(json(query.or(OTHER))).contains("\"or\"").contains("\"r\":5").contains("\"future\":4");
	}

	@Test
	@DisplayName("takes its first criterion where it has none, beside its name")
	void takesFirstCriterion() {
		assertThat(json(Query.of(object("{'type':'simple','name':'n'}")).and(OTHER)))
			.isEqualTo(json("{'type':'simple','name':'n','are':{'condition':" + OTHER_JSON + "}}"));
		assertThat(json(Query.of(object("{'type':'simple','are':{'x':1}}")).or(OTHER)))
			.isEqualTo(json("{'type':'simple','are':{'x':1,'condition':" + OTHER_JSON + "}}"));
		assertThat(Query.of(object("{'type':'simple'}")).and(OTHER)).isEqualTo(Query.where(OTHER));
	}

	@Test
	@DisplayName("is one list of criteria with those that follow, unless it holds more than a list")
	void nestsWhatHoldsMore() {
		String list = "{'type':'composite','conjunction':'and','conditions':[{'type':'future'}]%s}";
		String query = "{'type':'simple','are':{'condition':%s}}";
		assertThat(json(Query.of(object(query.formatted(list.formatted("")))).and(OTHER)))
			.isEqualTo(json(query.formatted(
					"{'type':'composite','conjunction':'and','conditions':[{'type':'future'}," + OTHER_JSON + "]}")));
		String named = list.formatted(",'name':'n'");
		assertThat(json(Query.of(object(query.formatted(named))).and(OTHER))).isEqualTo(json(query
			.formatted("{'type':'composite','conjunction':'and','conditions':[" + named + "," + OTHER_JSON + "]}")));
	}

	@Test
	@DisplayName("is one list of queries with those that follow, unless it holds more than a list")
	void nestsCombinedThatHoldMore() {
		String list = "{'type':'combined','conjunction':'UNION','queries':[{'type':'future'}]%s}";
		assertThat(json(Query.of(object(list.formatted(""))).union(Query.where(OTHER)))).isEqualTo(
				json("{'type':'combined','conjunction':'UNION','queries':[{'type':'future'}," + OTHER_QUERY + "]}"));
		String named = list.formatted(",'name':'n'");
		assertThat(json(Query.of(object(named)).union(Query.where(OTHER))))
			.isEqualTo(json("{'type':'combined','conjunction':'UNION','queries':[" + named + "," + OTHER_QUERY + "]}"));
		assertThat(json(Query.where(OTHER).union(Query.of(object(named)))))
			.isEqualTo(json("{'type':'combined','conjunction':'UNION','queries':[" + OTHER_QUERY + "," + named + "]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'combined','conjunction':'UNION','queries':[{'type':'simple'}]}",
			"{'type':'future'}", "{'x':1}", "{'type':'simple','are':{'condition':[]}}", "{'type':'simple','are':1}",
			"{'type':'simple','did':1}" })
	@DisplayName("takes no criteria where it is not known what they would do, and can be intersected nevertheless")
	void refusesCriteria(String document) {
		Query query = Query.of(object(document));
		assertThatIllegalStateException().isThrownBy(() -> query.and(OTHER))
			.withMessage("A combined query takes no further criteria, nor does a raw one or one of a kind that is not"
					+ " known: use intersect(where(...)) or union(where(...))");
		assertThatIllegalStateException().isThrownBy(() -> query.or(OTHER));
		assertThat(json(query.intersect(Query.where(OTHER)))).isEqualTo(
				json("{'type':'combined','conjunction':'INTERSECT','queries':[" + document + "," + OTHER_QUERY + "]}"));
	}

	@Test
	@DisplayName("takes no other criterion beside what customers did")
	void refusesAlternativeToEvents() {
		Query query = Query.of(object("{'type':'simple','did':{'event':{'name':'loggedIn'}}}"));
		assertThatIllegalStateException().isThrownBy(() -> query.or(OTHER)).withMessageContaining("no criterion");
		assertThat(json(query.and(OTHER))).contains("loggedIn").contains("IS_NULL");
	}

	@Test
	@DisplayName("is the one within the container around it, and that of any customer where there is none")
	void isWithinContainer() {
		Query query = Query.where(OTHER);
		assertThat(Query.of(object("{'name':'theirs','query':" + OTHER_QUERY + "}"))).isEqualTo(query);
		assertThat(Query.of(object(query.toJson().replace('"', '\'')))).isEqualTo(query);
		assertThat(Query.of(Map.of()).isAll()).isTrue();
		assertThat(Query.of(object("{'name':'theirs','query':{}}")).isAll()).isTrue();
		assertThat(Query.of(object("{'type':'simple'}")).isAll()).isTrue();
		assertThat(Query.of(object("{'type':'simple','name':'n'}")).isAll()).isFalse();
		assertThat(Query.all().toJsonObject()).isEqualTo(object("{'type':'simple'}"));
		assertThatIllegalArgumentException().isThrownBy(() -> Query.of(null));
	}

	@Test
	@DisplayName("is combined like those that are built here")
	void isLikeBuiltOnes() {
		Query built = Query.where(BASE.FIRST_NAME.eq("Ann").and(BASE.LAST_NAME.eq("Smith"))).union(Query.where(OTHER));
		Query read = Query.of(built.toJsonObject());
		assertThat(read).isEqualTo(built).hasToString(built.toString());
		assertThat(read.union(Query.where(BASE.DOB.isNull()))).isEqualTo(built.union(Query.where(BASE.DOB.isNull())));
		Query simple = Query.where(BASE.FIRST_NAME.eq("Ann").and(BASE.LAST_NAME.eq("Smith")));
		assertThat(Query.of(simple.toJsonObject()).and(OTHER)).isEqualTo(simple.and(OTHER));
		assertThat(Query.of(simple.toJsonObject()).or(OTHER)).isEqualTo(simple.or(OTHER));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'type':'simple'}                                                                          | Query[all]
					{'type':'simple','name':'Ann'}                                                             | Query[simple]
					{'type':'simple','did':{'event':{'name':'Ann'}}}                                           | Query[did]
					{'type':'simple','name':'Ann','are':{'condition':{'type':'atomic','attribute':'a','operator':'EQUALS','value':'Ann'}}} | Query[a EQUALS]
					{'type':'simple','are':{'condition':{'type':'atomic','attribute':{'v':'Ann'},'operator':'NEAR'}}} | Query[NEAR]
					{'type':'simple','are':{'condition':{'type':'near','attribute':'Ann','operator':'Ann'}}}   | Query[near]
					{'type':'simple','are':{'condition':{'type':['Ann']}}}                                     | Query[unknown]
					{'type':'simple','are':{'condition':{'type':'composite','conjunction':'and','conditions':['Ann']}}} | Query[composite]
					{'type':'combined','name':'Ann','conjunction':'XOR','queries':[{'type':'future','x':'Ann'},{'x':'Ann'}]} | Query[XOR of [Query[future], Query[unknown]]]
					{'type':'combined','conjunction':'UNION','queries':['Ann']}                                | Query[combined]
					{'type':'future','x':'Ann'}                                                                | Query[future]
					""")
	@DisplayName("shows what it asks for, and no value and no name")
	void hidesValues(String document, String text) {
		assertThat(Query.of(object(document))).hasToString(text);
	}

	static Stream<JsonObject> documents() {
		return LongStream.range(0, DOCUMENTS)
			.mapToObj((seed) -> JsonObject.copyOf(query(new Random(seed), 3)))
			.filter((document) -> !document.equals(Map.of("type", "simple")));
	}

	private static Map<String, Object> query(Random random, int depth) {
		Map<String, Object> query = new LinkedHashMap<>();
		add(query, random);
		if (random.nextInt(12) == 0) {
			query.put("type", "future");
		}
		else if (depth > 0 && random.nextInt(3) == 0) {
			query.put("type", "combined");
			query.put("conjunction", oneOf(random, "INTERSECT", "UNION", "EXCEPT", "XOR", 1));
			query.put("queries", list(random, (next) -> query(next, depth - 1)));
		}
		else {
			query.put("type", "simple");
			if (random.nextInt(8) > 0) {
				Map<String, Object> are = new LinkedHashMap<>();
				are.put("condition", (random.nextInt(12) > 0) ? condition(random, depth) : "any");
				add(are, random);
				query.put("are", are);
			}
			if (random.nextInt(3) == 0) {
				query.put("did", (random.nextInt(12) > 0) ? Map.of("event", Map.of("name", "loggedIn")) : 1);
			}
		}
		add(query, random);
		return query;
	}

	private static Map<String, Object> condition(Random random, int depth) {
		Map<String, Object> condition = new LinkedHashMap<>();
		add(condition, random);
		if (depth > 0 && random.nextInt(2) == 0) {
			condition.put("type", "composite");
			condition.put("conjunction", oneOf(random, "and", "or", "and", "xor", 1));
			condition.put("conditions", list(random, (next) -> condition(next, depth - 1)));
		}
		else {
			condition.put("type", oneOf(random, "atomic", "atomic", "near"));
			condition.put("attribute", oneOf(random, "base.firstName", "extended.n", 7));
			condition.put("operator", oneOf(random, "EQUALS", "NEAR", true));
			condition.put("value", oneOf(random, "Ann", 1, new BigDecimal("1.50"), List.of("a", 2)));
		}
		return condition;
	}

	private static List<Object> list(Random random, Function<Random, Object> element) {
		List<Object> list = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			list.add((random.nextInt(20) > 0) ? element.apply(random) : "none");
		}
		return list;
	}

	private static void add(Map<String, Object> document, Random random) {
		if (random.nextInt(4) == 0) {
			document.put((String) oneOf(random, "name", "future", "x"),
					oneOf(random, "n", 1, Map.of("deep", List.of(1))));
		}
	}

	private static Object oneOf(Random random, Object... values) {
		return values[random.nextInt(values.length)];
	}

	private static JsonObject object(String document) {
		return ContactHubJson.mapper().readValue(json(document), JsonObject.class);
	}

	private static String json(Query query) {
		return ContactHubJson.mapper().writeValueAsString(query.toJsonObject());
	}

	private static String json(String document) {
		return document.replace('\'', '"');
	}

}

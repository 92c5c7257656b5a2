package io.contacthub.emulator;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a strict emulator, which refuses what only a guess could answer.
 */
@DisplayName("A strict emulator")
class GuessTests {

	private static ContactHubEmulator emulator;

	private static ApiClient api;

	private static String id;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder().strict(true).uniquenessPolicy(UniquenessPolicy.MERGE).start();
		api = ApiClient.of(emulator);
		id = create("'externalId':'1','base':{'firstName':'Ann','contacts':{'email':'a@example.com'},"
				+ "'likes':[{'id':'1','name':'Jazz'}]},'tags':{'manual':['vip']}")
			.id();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@DisplayName("refuses conditions that nobody has documented, and answers the others")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			base.firstName      | LIKE       | 'A*'         | 501
			base.firstName      | IN         | 'Ann'        | 501
			base.firstName      | IN         | ['Ann']      | 200
			tags.manual         | IN         | 'vip'        | 200
			base.likes.name     | IN         | 'Jazz'       | 200
			extended.colours    | IN         | 'red'        | 200
			enabled             | EQUALS     | true         | 501
			base.firstName      | NOT_EQUALS | 'Bea'        | 200
			base.lastName       | NOT_EQUALS | 'Lee'        | 501
			base.lastName       | NOT_IN     | ['Lee']      | 501
			base.lastName       | IS_NULL    | ''           | 200
			base.firstName      | EQUALS     | 'Ann'        | 200
			""")
	void conditionIsAnsweredOrRefused(String attribute, String operator, String value, int status) {
		assertThat(query("{'type':'simple','are':{'condition':{'type':'atomic','attribute':'" + attribute
				+ "','operator':'" + operator + "','value':" + value + "}}}")
			.status()).isEqualTo(status);
	}

	@Test
	@DisplayName("refuses a negation when it comes to a customer without the attribute, whatever the query says besides")
	void negationIsRefusedInPlace() {
		String negation = "{'type':'atomic','attribute':'base.lastName','operator':'NOT_EQUALS','value':'Lee'}";
		String never = "{'type':'atomic','attribute':'registeredAt','operator':'LT','value':0}";
		String both = "{'type':'simple','are':{'condition':{'type':'composite','conjunction':'and','conditions':[%s,%s]}}}";
		assertThat(query(both.formatted(negation, never)).status()).isEqualTo(501);
		assertThat(query(both.formatted(never, negation)).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("refuses EXCEPT of more than two queries, and what customers did")
	void queriesAreRefused() {
		String all = "{'type':'simple'}";
		String except = "{'type':'combined','conjunction':'EXCEPT','queries':[%s]}";
		assertThat(query(except.formatted(String.join(",", all, all))).status()).isEqualTo(200);
		Response refused = query(except.formatted(String.join(",", all, all, all)));
		assertThat(refused.status()).isEqualTo(501);
		assertThat(refused.at("/message").stringValue()).contains("EXCEPT");
		String condition = "{'type':'atomic','attribute':'date','operator':'IS_NOT_NULL'}";
		assertThat(query("{'type':'simple','did':{'event':{'name':'loggedIn'},'condition':" + condition
				+ ",'timeframe':" + condition + "}}")
			.status()).isEqualTo(501);
	}

	@Test
	@DisplayName("refuses second and shortened items")
	void itemsAreRefused() {
		assertThat(api.post("/customers/" + id + "/likes", "{'id':'1'}").status()).isEqualTo(501);
		assertThat(api.put("/customers/" + id + "/likes/1", "{'id':'1'}").status()).isEqualTo(501);
		assertThat(api.put("/customers/" + id + "/likes/1", "{'id':'1','name':'Jazz'}").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("refuses lists and replacements of events that nobody has seen")
	void eventsAreRefused() {
		assertThat(api.get("/events").status()).isEqualTo(501);
		assertThat(api.get("/events", "customerId", id).status()).isEqualTo(200);
		assertThat(api.get("/events", "customerId", id, "size", "0").status()).isEqualTo(501);
		assertThat(api.put("/events/1", "{}").status()).isEqualTo(501);
	}

	@Test
	@DisplayName("refuses to find segments by name, and the customers of one that is out of use")
	void segmentsAreRefused() {
		String enabled = api.post("/segments", "{'name':'n','query':{'type':'simple'}}").id();
		String disabled = api.post("/segments", "{'name':'n','query':{'type':'simple'},'enabled':false}").id();
		assertThat(api.get("/segments").status()).isEqualTo(200);
		assertThat(api.get("/segments", "name", "n").status()).isEqualTo(501);
		assertThat(api.get("/segments/" + enabled + "/customers", "nodeId", emulator.nodeId(), "fields", "id").status())
			.isEqualTo(200);
		assertThat(
				api.get("/segments/" + disabled + "/customers", "nodeId", emulator.nodeId(), "fields", "id").status())
			.isEqualTo(501);
	}

	@Test
	@DisplayName("refuses updates of which nobody knows where they begin")
	void updatesAreRefused() {
		assertThat(api.get("/updates", "offset", "0").status()).isEqualTo(200);
		assertThat(api.get("/updates", "offset", "0", "timestamp", "0").status()).isEqualTo(200);
		assertThat(api.get("/updates", "timestamp", "0").status()).isEqualTo(501);
		assertThat(api.get("/updates").at("/message").stringValue()).contains("where updates begin");
	}

	@Test
	@DisplayName("refuses the register of consents, since nobody knows what is in it")
	void consentsAreRefused() {
		assertThat(api.get("/consent-logs").status()).isEqualTo(501);
		assertThat(api.get("/consent-logs/1").status()).isEqualTo(501);
	}

	@Test
	@DisplayName("refuses a change that makes customers equal when equal ones are merged")
	void mergedChangeIsRefused() {
		String other = create("'externalId':'2','base':{'lastName':'x','firstName':'y'}").id();
		Response refused = api.patch("/customers/" + other, "{'base':{'contacts':{'email':'a@example.com'}}}");
		assertThat(refused.status()).isEqualTo(501);
		api.delete("/customers/" + other);
	}

	private static Response create(String members) {
		return api.post("/customers", "{'nodeId':'" + emulator.nodeId() + "'," + members + "}");
	}

	private static Response query(String query) {
		return api.get("/customers", "nodeId", emulator.nodeId(), "query",
				"{'query':".replace('\'', '"') + query.replace('\'', '"') + "}");
	}

}

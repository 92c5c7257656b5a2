package io.contacthub.emulator;

import java.util.List;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the query language.
 */
@DisplayName("Where the emulator is queried,")
class CustomerQueryTests extends AbstractEmulatorTests {

	private static String ann;

	@BeforeAll
	static void createCustomers() {
		ann = createId("""
				'externalId':'ann','base':{'firstName':'Ann','lastName':'Lee','dob':'1980-05-01','contacts':
				{'email':'ann@example.com'},'educations':[{'id':'1','schoolName':'High','startYear':1994},
				{'id':'2','schoolName':'Low','startYear':1999}]},'tags':{'manual':['vip','new']},
				'extended':{'points':12.5,'card':{'level':'gold'}}""");
		createId("""
				'externalId':'bea','enabled':false,'base':{'firstName':'Bea','lastName':'Lee','dob':'1990-12-31',
				'contacts':{'email':'bea@example.org'}},'tags':{'manual':['new']},'extended':{'points':7}""");
		createId("'externalId':'cam','base':{'firstName':'Cam'},'extended':{'points':0,'card':{}}");
	}

	@Override
	@BeforeEach
	void reset() {
		// the customers are only read
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@DisplayName("an operator selects customers by an attribute")
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			base.firstName              | EQUALS      | 'Ann'                        | ann
			base.firstName              | EQUALS      | 'ann'                        | ""
			base.firstName              | NOT_EQUALS  | 'Ann'                        | bea,cam
			base.lastName               | NOT_EQUALS  | 'Lee'                        | cam
			enabled                     | EQUALS      | false                        | bea
			enabled                     | EQUALS      | 'true'                       | ann,cam
			extended.points             | EQUALS      | 0                            | cam
			extended.points             | EQUALS      | 12.50                        | ann
			extended.points             | EQUALS      | '7'                          | bea
			extended.points             | GT          | 7                            | ann
			extended.points             | GTE         | 7                            | ann,bea
			extended.points             | LT          | 7                            | cam
			extended.points             | LTE         | 7                            | bea,cam
			extended.points             | BETWEEN     | [0,7]                        | bea,cam
			extended.card.level         | IS_NULL     |                              | bea,cam
			extended.card               | IS_NOT_NULL | ''                           | ann
			base.dob                    | EQUALS      | '1980-05-01'                 | ann
			base.dob                    | GT          | '1980-05-01'                 | bea
			base.dob                    | GTE         | '1980-05-01T00:00:00Z'       | ann,bea
			base.dob                    | BETWEEN     | ['1980-01-01','1990-12-31']  | ann,bea
			base.dob                    | BETWEEN     | ['1900-01-01T00:00:00.000Z','1989-01-01T00:00:00.000Z'] | ann
			base.dob                    | BETWEEN     | [0,600000000000]             | ann
			base.dob                    | IS_NULL     |                              | cam
			registeredAt                | GT          | '2017-01-01T00:00:00Z'       | ann,bea,cam
			registeredAt                | LT          | '2017-01-01T00:00:00+00:00'  | ""
			tags.manual                 | IN          | 'vip'                        | ann
			tags.manual                 | IN          | ['vip','new']                | ann,bea
			tags.manual                 | NOT_IN      | 'vip'                        | bea,cam
			tags.manual                 | IS_NULL     |                              | cam
			externalId                  | IN          | ['ann','cam','dan']          | ann,cam
			base.educations.schoolName  | EQUALS      | 'Low'                        | ann
			base.educations.startYear   | BETWEEN     | [1995,1998]                  | ""
			base.educations             | IS_NOT_NULL |                              | ann
			base.contacts.email         | LIKE        | '@example.com'               | ann
			base.contacts.email         | LIKE        | 'BEA@*'                      | bea
			base.contacts.email         | LIKE        | '%.org'                      | bea
			base.contacts.email         | LIKE        | 'example'                    | ann,bea
			base.nothing.here           | EQUALS      | 1                            | ""
			""")
	void operatorSelects(String attribute, String operator, String value, String expected) {
		String condition = "{'type':'atomic','attribute':'" + attribute + "','operator':'" + operator + "'"
				+ ((value != null) ? ",'value':" + value : "") + "}";
		assertThat(selected("{'name':'q','query':" + simple(condition) + "}"))
			.containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",")));
	}

	@Test
	@DisplayName("the id is an attribute, and the container needs no name")
	void idIsAttribute() {
		assertThat(selected("{'query':" + simple(equal("id", ann)) + "}")).containsExactly("ann");
		assertThat(selected(
				"{'name':'','query':{'are':{'condition':" + equal("id", ann) + "},'name':'No name','type':'simple'}}"))
			.containsExactly("ann");
	}

	@Test
	@DisplayName("conditions are composed with and and or, to any depth")
	void conditionsAreComposed() {
		String lee = equal("base.lastName", "Lee");
		String firstName = composite("or", equal("base.firstName", "Bea"), equal("base.firstName", "Cam"));
		assertThat(selected("{'query':" + simple(composite("and", lee, firstName)) + "}")).containsExactly("bea");
		assertThat(selected("{'query':" + simple(composite("or", lee, firstName)) + "}")).containsExactly("ann", "bea",
				"cam");
	}

	@Test
	@DisplayName("queries are combined as sets, to any depth")
	void queriesAreCombined() {
		String a = simple(equal("externalId", "ann"));
		String b = simple(equal("externalId", "bea"));
		String lee = simple(equal("base.lastName", "Lee"));
		assertThat(selected("{'query':" + combined("UNION", a, b) + "}")).containsExactly("ann", "bea");
		assertThat(selected("{'query':" + combined("INTERSECT", lee, combined("UNION", b)) + "}"))
			.containsExactly("bea");
		assertThat(selected("{'query':" + combined("EXCEPT", lee, a) + "}")).containsExactly("bea");
		assertThat(selected("{'query':" + combined("EXCEPT", lee, a, b) + "}")).isEmpty();
	}

	@Test
	@DisplayName("customers are selected by what they did")
	void customersAreSelectedByEvents() {
		api.post("/events", "{'customerId':'" + ann + "','type':'completedOrder','context':'ECOMMERCE',"
				+ "'date':'2017-06-01T00:00:00Z','properties':{'amount':{'total':150}}}");
		assertThat(selected(did("completedOrder", 100, 2017))).containsExactly("ann");
		assertThat(selected(did("completedOrder", 200, 2017))).isEmpty();
		assertThat(selected(did("completedOrder", 100, 2018))).isEmpty();
		assertThat(selected(did("abandonedCart", 100, 2017))).isEmpty();
	}

	@Test
	@DisplayName("a query goes together with pages, order and fields")
	void queryGoesWithOtherParameters() {
		Response response = api.get("/customers", "nodeId", node(), "query",
				"{'query':".replace('\'', '"') + simple(equal("base.lastName", "Lee")).replace('\'', '"') + "}", "sort",
				"base.firstName,desc", "size", "1", "fields", "base.firstName");
		assertThat(response.at("/page/totalElements").intValue()).isEqualTo(2);
		assertThat(response.at("/elements/0/base/firstName").stringValue()).isEqualTo("Bea");
		assertThat(response.at("/elements/0/externalId").isNull()).isTrue();
	}

	@ParameterizedTest
	@DisplayName("a query outside the grammar is refused with the place")
	@ValueSource(strings = { "", "[]", "{}", "{'query':{}}", "{'query':{'type':'single'}}",
			"{'query':{'type':'simple','are':{}}}", "{'query':{'type':'combined','conjunction':'UNION','queries':[]}}",
			"{'query':{'type':'combined','conjunction':'OR','queries':[{'type':'simple'}]}}",
			"{'query':{'type':'simple','are':{'condition':{'type':'composite','conjunction':'AND','conditions':[]}}}}",
			"{'query':{'type':'simple','are':{'condition':{'type':'atomic','attribute':'id','operator':'IS'}}}}",
			"{'query':{'type':'simple','are':{'condition':{'type':'atomic','attribute':'id','operator':'EQUALS'}}}}",
			"{'query':{'type':'simple','are':{'condition':{'type':'atomic','attribute':'id','operator':'BETWEEN','value':[1]}}}}",
			"{'query':{'type':'simple','are':{'condition':{'type':'atomic','operator':'IS_NULL'}}}}",
			"{'query':{'type':'simple','did':{'event':{'name':'loggedIn'}}}}" })
	void invalidQueryIsRefused(String query) {
		Response response = api.get("/customers", "nodeId", node(), "query", " " + query.replace('\'', '"'));
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo("query is not valid");
		assertThat(response.at("/errors").size()).isEqualTo(1);
	}

	private static String equal(String attribute, String value) {
		return "{'type':'atomic','attribute':'" + attribute + "','operator':'EQUALS','value':'" + value + "'}";
	}

	private static String composite(String conjunction, String... conditions) {
		return "{'type':'composite','conjunction':'" + conjunction + "','conditions':[" + String.join(",", conditions)
				+ "]}";
	}

	private static String simple(String condition) {
		return "{'type':'simple','are':{'condition':" + condition + "}}";
	}

	private static String combined(String conjunction, String... queries) {
		return "{'type':'combined','conjunction':'" + conjunction + "','queries':[" + String.join(",", queries) + "]}";
	}

	private static String did(String type, int total, int year) {
		return "{'query':{'type':'simple','did':{'event':{'name':'" + type + "'},'condition':{'type':'atomic',"
				+ "'attribute':'properties.amount.total','operator':'GT','value':" + total + "},'timeframe':"
				+ "{'type':'atomic','attribute':'date','operator':'BETWEEN','value':['" + year + "-01-01','" + year
				+ "-12-31']}}}}";
	}

	private static List<String> selected(String query) {
		Response response = api.get("/customers", "nodeId", node(), "query", query.replace('\'', '"'));
		assertThat(response.status()).isEqualTo(200);
		return response.at("/elements")
			.values()
			.stream()
			.map((customer) -> customer.path("externalId").stringValue())
			.toList();
	}

}

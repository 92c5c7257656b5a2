package io.contacthub.emulator;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.emulator.ApiClient.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the analytics of customers and events that are known one by one. The days are
 * those of Rome, and today is 2026-01-02.
 */
@DisplayName("Where the emulator counts,")
class AnalyticsOperationsTests {

	private static final String[] CUSTOMERS = {
			"{'id':'n1','nodeId':'north','registeredAt':'2025-01-15T10:00:00.000Z','sourceInfo':{'registeredBy':'web',"
					+ "'updatedBy':'web'},'base':{'gender':'M','dob':'1950-06-01','address':{'country':'Italy','city':'Rome'}}}",
			"{'id':'n2','nodeId':'north','registeredAt':'2025-01-31T22:59:59.999Z','sourceInfo':{'registeredBy':'web',"
					+ "'updatedBy':'web'},'base':{'gender':'F','dob':'1991-01-03','address':{'country':'Italy','city':'Milan'}}}",
			"{'id':'n3','nodeId':'north','registeredAt':'2025-01-31T23:00:00.000Z','sourceInfo':{'registeredBy':'shop',"
					+ "'updatedBy':'web'},'base':{'gender':'F','dob':'1991-01-02','address':{'country':'ITALY','city':'Rome'}}}",
			"{'id':'n4','nodeId':'north','registeredAt':'2025-02-10T12:30:00.000Z','sourceInfo':{'registeredBy':'shop',"
					+ "'updatedBy':'web'},'externalId':'4'}",
			"{'id':'n5','nodeId':'north','registeredAt':'2025-03-03T06:00:00.000Z','sourceInfo':{'registeredBy':'web',"
					+ "'updatedBy':'web'},'base':{'gender':'F','dob':'2010-05-05','address':{'country':'France','city':'Paris'}}}",
			"{'id':'s1','nodeId':'south','registeredAt':'2025-02-20T20:00:00.000Z','sourceInfo':{'registeredBy':'web',"
					+ "'updatedBy':'web'},'base':{'gender':'M','dob':'1980-05-05','address':{'country':'Spain','city':'Madrid'}}}",
			"{'id':'s2','nodeId':'south','registeredAt':'2025-12-31T23:30:00.000Z','externalId':'2'}" };

	private static final String[] EVENTS = {
			"{'id':'e1','customerId':'n1','type':'completedOrder','context':'ECOMMERCE','date':'2025-02-01T10:00:00Z',"
					+ "'properties':{'orderId':'1','amount':{'total':100.5},'products':[{'sku':'A','price':10.5},"
					+ "{'sku':'B','price':90}]}}",
			"{'id':'e2','customerId':'n2','type':'completedOrder','context':'ECOMMERCE','date':'2025-02-02T10:00:00Z',"
					+ "'properties':{'orderId':'2','amount':{'total':20},'products':[{'sku':'A','price':10.5},"
					+ "{'sku':'A','price':9.5}]}}",
			"{'id':'e3','customerId':'n3','type':'completedOrder','context':'RETAIL','date':'2025-03-10T10:00:00Z',"
					+ "'properties':{'orderId':'3','amount':{'total':7},'products':[{'sku':'B','price':7}]}}",
			"{'id':'e4','customerId':'n1','type':'loggedIn','context':'WEB','date':'2025-02-01T22:59:59.999Z','properties':{}}",
			"{'id':'e5','customerId':'n2','type':'loggedIn','context':'WEB','date':'2025-02-01T23:00:00.000Z','properties':{}}",
			"{'id':'e6','customerId':'s1','type':'loggedIn','context':'MOBILE','date':'2025-03-01T12:00:00Z','properties':{}}" };

	private static final String ORDERS = "'nodeId':'north','eventType':'completedOrder'";

	private static final String TOTAL = "'aggregation':{'operator':'SUM','fieldPath':'properties.amount.total'}";

	private static final String PRICES = "'aggregation':{'operator':'SUM','fieldPath':'properties.products.price'}";

	private static final String TWO_FIELDS = "{" + ORDERS + "," + PRICES
			+ ",'distributionFieldPath':'properties.products.sku','customerDistributionFieldPath':'base.gender'}";

	private static ContactHubEmulator emulator;

	private static ApiClient api;

	@BeforeAll
	static void start() {
		emulator = builder().start();
		api = ApiClient.of(emulator);
	}

	private static ContactHubEmulatorBuilder builder() {
		return ContactHubEmulator.builder()
			.nodeId("north")
			.nodes("south")
			.token("page", TokenKind.UNTRUSTED)
			.token("report", TokenKind.READ_ONLY)
			.clock(new SettableClock());
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void fill() {
		emulator.reset();
		fill(emulator);
	}

	private static void fill(ContactHubEmulator target) {
		target.seed(new StringReader(
				String.join("\n", Stream.of(CUSTOMERS, EVENTS).flatMap(Stream::of).toList()).replace('\'', '"')));
	}

	private static JsonNode data(String path, String... parameters) {
		Response response = api.get("/analytics/" + path, parameters);
		assertThat(response.status()).as(response.text()).isEqualTo(200);
		return response.at("/data");
	}

	private static JsonNode query(String path, String query, String... more) {
		String[] parameters = Stream.concat(Stream.of("query", query.replace('\'', '"')), Stream.of(more))
			.toArray(String[]::new);
		return data("query/" + path, parameters);
	}

	@ParameterizedTest
	@CsvSource({ ",, 5, 2", "2025-01-15, 2025-01-31, 2, 0", "2025-01-16, 2025-01-31, 1, 0",
			"2025-02-01, 2025-02-28, 2, 1", "2025-02-01,, 3, 2", ", 2025-01-31, 2, 0", "2026-01-01, 2026-01-01, 0, 1",
			"2026-01-02, 9999-12-31, 0, 0" })
	@DisplayName("customers are counted by node from the first moment of a day to the last one of another")
	void customersAreCounted(String first, String last, int north, int south) {
		for (String path : List.of("customer/count", "distribution/customer/node")) {
			assertThat(data(path, parameters(first, last))).isEqualTo(ApiClient
				.json("[{'nodeId':'north','count':" + north + "},{'nodeId':'south','count':" + south + "}]"));
		}
	}

	private static String[] parameters(String first, String last) {
		return Stream
			.concat((first != null) ? Stream.of("startDate", first) : Stream.empty(),
					(last != null) ? Stream.of("endDate", last) : Stream.empty())
			.toArray(String[]::new);
	}

	@Test
	@DisplayName("customers are counted by the source that they came from")
	void customersAreCountedBySource() {
		assertThat(data("distribution/customer/source")).isEqualTo(ApiClient.json("""
				[{'nodeId':'north','values':[{'sourceId':'web','count':3},{'sourceId':'shop','count':2}]},
				{'nodeId':'south','values':[{'sourceId':'web','count':1},{'sourceId':'%s','count':1}]}]"""
			.formatted(EmulatorSettings.SOURCE_ID)));
		assertThat(data("distribution/customer/source", "nodes", "north", "startDate", "2025-02-01", "endDate",
				"2025-02-28"))
			.isEqualTo(ApiClient.json("[{'nodeId':'north','values':[{'sourceId':'shop','count':2}]}]"));
	}

	@Test
	@DisplayName("customers are counted by hour, weekday and day of the month, with those without any")
	void customersAreCountedByTime() {
		assertThat(data("distribution/customer/time", "nodes", "north", "mode", "DAYOFWEEK")).isEqualTo(ApiClient
			.json("""
					[{'nodeId':'north','values':[{'time':'Mon','count':2},{'time':'Tue','count':0},{'time':'Wed','count':1},
					{'time':'Thu','count':0},{'time':'Fri','count':1},{'time':'Sat','count':1},{'time':'Sun','count':0}]}]"""));
		assertThat(counts(data("distribution/customer/time", "nodes", "north"))).hasSize(24)
			.startsWith("00=1", "01=0")
			.endsWith("23=1")
			.contains("07=1", "11=1", "13=1");
		assertThat(counts(data("distribution/customer/time", "nodes", "north", "mode", "DAYOFMONTH"))).hasSize(31)
			.startsWith("1=1", "2=0", "3=1")
			.endsWith("31=1")
			.contains("10=1", "15=1");
	}

	private static List<String> counts(JsonNode data) {
		return data.at("/0/values")
			.values()
			.stream()
			.map((value) -> value.path("time").stringValue() + "=" + value.path("count").intValue())
			.toList();
	}

	@Test
	@DisplayName("customers are told apart by gender, the most frequent first")
	void gendersAreComposed() {
		assertThat(data("composition/gender")).isEqualTo(ApiClient
			.json("""
					[{'nodeId':'north','distribution':[{'name':'F','value':3},{'name':'M','value':1},{'name':'N/A','value':1}]},
					{'nodeId':'south','distribution':[{'name':'M','value':1},{'name':'N/A','value':1}]}]"""));
	}

	@Test
	@DisplayName("customers are told apart by their age of today, in all ranges")
	void agesAreComposed() {
		assertThat(data("composition/age-range", "nodes", "south,north")).isEqualTo(ApiClient.json("""
				[{'nodeId':'south','distribution':[{'name':'> 64','value':0},{'name':'55-64','value':0},
				{'name':'45-54','value':1},{'name':'35-44','value':0},{'name':'25-34','value':0},
				{'name':'18-24','value':0},{'name':'< 18','value':0},{'name':'N/A','value':1}]},
				{'nodeId':'north','distribution':[{'name':'> 64','value':1},{'name':'55-64','value':0},
				{'name':'45-54','value':0},{'name':'35-44','value':1},{'name':'25-34','value':1},
				{'name':'18-24','value':0},{'name':'< 18','value':1},{'name':'N/A','value':1}]}]"""));
	}

	@Test
	@DisplayName("customers are told apart by country and city, and the cities are those of a country")
	void placesAreComposed() {
		assertThat(data("composition/geo/country", "nodes", "north")).isEqualTo(ApiClient.json("""
				[{'nodeId':'north','distribution':[{'name':'Italy','value':2},{'name':'France','value':1},
				{'name':'ITALY','value':1},{'name':'N/A','value':1}]}]"""));
		assertThat(data("composition/geo/city", "nodes", "north")).isEqualTo(ApiClient.json("""
				[{'nodeId':'north','distribution':[{'name':'Rome','value':2},{'name':'Milan','value':1},
				{'name':'N/A','value':1},{'name':'Paris','value':1}]}]"""));
		assertThat(data("composition/geo/city", "nodes", "north", "country", "italy")).isEqualTo(ApiClient.json("""
				[{'nodeId':'north','distribution':[{'name':'Rome','value':2},{'name':'Milan','value':1}]}]"""));
	}

	@Test
	@DisplayName("a trend of customers has the new ones and all of them, in periods cut to the days")
	void customersGrow() {
		assertThat(data("trend/customer", "mode", "MONTHLY", "startDate", "2025-01-31", "endDate", "2025-03-31"))
			.isEqualTo(ApiClient.json("""
					[{'nodeId':'north','values':[{'time':'2025-01','new':1,'lost':0,'total':2},
					{'time':'2025-02','new':2,'lost':0,'total':4},{'time':'2025-03','new':1,'lost':0,'total':5}]},
					{'nodeId':'south','values':[{'time':'2025-01','new':0,'lost':0,'total':0},
					{'time':'2025-02','new':1,'lost':0,'total':1},{'time':'2025-03','new':0,'lost':0,'total':1}]}]"""));
		assertThat(data("trend/customer", "nodes", "north", "mode", "WEEKLY", "startDate", "2025-01-29", "endDate",
				"2025-02-10"))
			.isEqualTo(ApiClient
				.json("""
						[{'nodeId':'north','values':[{'time':'2025-W05','new':2,'lost':0,'total':3},
						{'time':'2025-W06','new':0,'lost':0,'total':3},{'time':'2025-W07','new':1,'lost':0,'total':4}]}]"""));
		assertThat(data("trend/customer", "nodes", "north", "startDate", "2025-01-31", "endDate", "2025-02-01"))
			.isEqualTo(ApiClient.json("""
					[{'nodeId':'north','values':[{'time':'2025-01-31','new':1,'lost':0,'total':2},
					{'time':'2025-02-01','new':1,'lost':0,'total':3}]}]"""));
	}

	@Test
	@DisplayName("a trend of customers has the deleted ones")
	void customersAreLost() {
		assertThat(api.delete("/customers/n1").status()).isEqualTo(200);
		String today = "[{'nodeId':'north','values':[{'time':'2026-01-01','new':0,'lost':0,'total':5},"
				+ "{'time':'2026-01-02','new':0,'lost':1,'total':4},{'time':'2026-01-03','new':0,'lost':0,'total':4}]}]";
		assertThat(data("trend/customer", "nodes", "north", "startDate", "2026-01-01", "endDate", "2026-01-03"))
			.isEqualTo(ApiClient.json(today));
		assertThat(data("trend/customer", "nodes", "north", "mode", "MONTHLY", "startDate", "2025-01-01", "endDate",
				"2025-01-31"))
			.isEqualTo(ApiClient.json("[{'nodeId':'north','values':[{'time':'2025-01','new':2,'lost':0,'total':2}]}]"));
		assertThat(data("trend/customer", "nodes", "north", "startDate", "2026-01-03", "endDate", "2026-01-03"))
			.isEqualTo(
					ApiClient.json("[{'nodeId':'north','values':[{'time':'2026-01-03','new':0,'lost':0,'total':4}]}]"));
		assertThat(data("customer/count", "nodes", "north"))
			.isEqualTo(ApiClient.json("[{'nodeId':'north','count':4}]"));
		emulator.reset();
		assertThat(data("trend/customer", "nodes", "north", "startDate", "2026-01-02", "endDate", "2026-01-02"))
			.isEqualTo(
					ApiClient.json("[{'nodeId':'north','values':[{'time':'2026-01-02','new':0,'lost':0,'total':0}]}]"));
	}

	@Test
	@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	@DisplayName("a number of any size can be summed")
	void greatNumbersAreSummed() {
		assertThat(api
			.post("/events",
					"{'customerId':'n1','type':'completedOrder','context':'WEB','properties':"
							+ "{'orderId':'9','amount':{'total':1e99999999}}}")
			.status()).isEqualTo(202);
		Response response = api.get("/analytics/query/numeric", "query",
				("{" + ORDERS + "," + TOTAL + "}").replace('\'', '"'));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.text()).containsPattern("\"value\":1[.]0+E[+]99999999\\b");
	}

	@Test
	@DisplayName("a week may be one of the year before the first")
	void weekMayBeBeforeTheFirstYear() {
		assertThat(data("trend/event", "nodes", "south", "mode", "WEEKLY", "startDate", "0000-01-02", "endDate",
				"0000-01-03"))
			.isEqualTo(ApiClient.json("[{'nodeId':'south','values':[{'time':'-0001-W52','new':0,'total':0},"
					+ "{'time':'0000-W01','new':0,'total':0}]}]"));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, -, -, 5, 1", "loggedIn, -, -, -, 2, 1", "-, RETAIL, -, -, 1, 0",
					"completedOrder, ECOMMERCE, -, -, 2, 0", "-, -, 2025-02-01, 2025-02-01, 2, 0",
					"-, -, 2025-02-02, 2025-03-01, 2, 1", "unknown, -, -, -, 0, 0" })
	@DisplayName("events are counted by node, type, context and day")
	void eventsAreCounted(String type, String context, String first, String last, int north, int south) {
		String[] parameters = Stream
			.of(Stream.of(parameters(first, last)),
					(type != null) ? Stream.of("eventType", type) : Stream.<String>empty(),
					(context != null) ? Stream.of("context", context) : Stream.<String>empty())
			.flatMap((parameter) -> parameter)
			.toArray(String[]::new);
		assertThat(data("distribution/event/node", parameters)).isEqualTo(
				ApiClient.json("[{'nodeId':'north','count':" + north + "},{'nodeId':'south','count':" + south + "}]"));
	}

	@Test
	@DisplayName("events are counted by source and time")
	void eventsAreCountedBySourceAndTime() {
		assertThat(data("distribution/event/source", "nodes", "north", "eventType", "loggedIn")).isEqualTo(ApiClient
			.json("[{'nodeId':'north','values':[{'sourceId':'" + EmulatorSettings.SOURCE_ID + "','count':2}]}]"));
		assertThat(
				counts(data("distribution/event/time", "nodes", "north", "eventType", "loggedIn", "mode", "DAYOFWEEK")))
			.containsExactly("Mon=0", "Tue=0", "Wed=0", "Thu=0", "Fri=0", "Sat=1", "Sun=1");
		assertThat(counts(data("distribution/event/time", "nodes", "north", "eventType", "loggedIn")))
			.startsWith("00=1", "01=0")
			.endsWith("23=1");
	}

	@Test
	@DisplayName("a trend of events has the new ones and all of them")
	void eventsGrow() {
		assertThat(data("trend/event", "nodes", "north", "eventType", "completedOrder", "mode", "MONTHLY", "startDate",
				"2025-02-02", "endDate", "2025-04-01"))
			.isEqualTo(ApiClient.json("""
					[{'nodeId':'north','values':[{'time':'2025-02','new':1,'total':2},
					{'time':'2025-03','new':1,'total':3},{'time':'2025-04','new':0,'total':3}]}]"""));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					'aggregation':{'operator':'SUM','fieldPath':'properties.amount.total'}                        | 127.5
					'aggregation':{'operator':'SUM','fieldPath':'properties.products.price'}                      | 127.5
					'aggregation':{'operator':'SUM','fieldPath':'properties.products.sku'}                        | 0
					'aggregation':{'operator':'COUNT'}                                                            | 5
					'aggregation':{'operator':'COUNT','fieldPath':'properties.amount.total'}                      | 3
					'aggregation':{'operator':'COUNT_DISTINCT','fieldPath':'properties.products.sku'}             | 2
					'aggregation':{'operator':'COUNT_DISTINCT','fieldPath':'type'}                                | 2
					'eventType':'loggedIn','aggregation':{'operator':'COUNT'}                                     | 2
					'context':'RETAIL','aggregation':{'operator':'COUNT'}                                         | 1
					'startDate':'2025-02-02','endDate':'2025-02-02','aggregation':{'operator':'COUNT'}            | 2
					'optionalFilters':[{'fieldPath':'properties.amount.total','value':'20'}],'aggregation':{'operator':'COUNT'}  | 1
					'optionalFilters':[{'fieldPath':'properties.products.sku','value':'A'}],'aggregation':{'operator':'COUNT'}   | 2
					'optionalFilters':[{'fieldPath':'properties.products.sku','value':'A'}],'aggregation':{'operator':'SUM','fieldPath':'properties.products.price'} | 120.5
					'aggregation':{'operator':'SUM','fieldPath':'properties.products.price','optionalFilters':[{'fieldPath':'properties.products.sku','value':'A'}]} | 30.5
					'aggregation':{'operator':'COUNT','fieldPath':'properties.products.price','optionalFilters':[{'fieldPath':'properties.products.sku','value':'A'}]} | 3
					'aggregation':{'operator':'SUM','fieldPath':'properties.amount.total','optionalFilters':[{'fieldPath':'context','value':'RETAIL'}]} | 7
					""")
	@DisplayName("a number is made of the values of events")
	void numberIsMade(String members, double value) {
		JsonNode data = query("numeric", "{'nodeId':'north'," + members + "}");
		assertThat(data.path("nodeId").stringValue()).isEqualTo("north");
		assertThat(data.path("value").doubleValue()).isEqualTo(value);
	}

	@Test
	@DisplayName("a trend of a number goes from the first event to the last, or over the days")
	void numberGrows() {
		assertThat(query("trend", "{" + ORDERS + "," + TOTAL + ",'mode':'MONTHLY'}")).isEqualTo(ApiClient.json("""
				{'nodeId':'north','values':[{'time':'2025-02','new':120.5,'total':120.5},
				{'time':'2025-03','new':7,'total':127.5}]}"""));
		assertThat(query("trend", "{" + ORDERS + "," + TOTAL + ",'startDate':'2025-02-02','endDate':'2025-02-03'}"))
			.isEqualTo(ApiClient.json("""
					{'nodeId':'north','values':[{'time':'2025-02-02','new':20,'total':20},
					{'time':'2025-02-03','new':0,'total':20}]}"""));
		assertThat(query("trend", "{'nodeId':'south','eventType':'completedOrder'," + TOTAL + "}"))
			.isEqualTo(ApiClient.json("{'nodeId':'south','values':[]}"));
	}

	@Test
	@DisplayName("a number is distributed over the values of a field of the events or of their customers")
	void numberIsDistributed() {
		String byProduct = "{'nodeId':'north','distribution':[{'name':'B','value':97},{'name':'A','value':30.5}]}";
		assertThat(query("distribution",
				"{" + ORDERS + "," + PRICES + ",'distributionFieldPath':'properties.products.sku'}"))
			.isEqualTo(ApiClient.json(byProduct));
		assertThat(query("distribution",
				"{" + ORDERS + "," + PRICES
						+ ",'distributionField':{'entity':'EVENT','path':'properties.products.sku'}}"))
			.isEqualTo(ApiClient.json(byProduct));
		assertThat(query("distribution",
				"{" + ORDERS + "," + TOTAL + ",'distributionField':{'entity':'CUSTOMER','path':'base.gender'}}"))
			.isEqualTo(ApiClient
				.json("{'nodeId':'north','distribution':[{'name':'M','value':100.5},{'name':'F','value':27}]}"));
		assertThat(query("distribution",
				"{'nodeId':'north','aggregation':{'operator':'COUNT'},'distributionFieldPath':'context'}"))
			.isEqualTo(ApiClient.json("""
					{'nodeId':'north','distribution':[{'name':'ECOMMERCE','value':2},{'name':'WEB','value':2},
					{'name':'RETAIL','value':1}]}"""));
	}

	@Test
	@DisplayName("a number is distributed over two fields, either first, cut and in either order")
	void numberIsDistributedTwice() {
		String ofMen = "{'name':'M','distribution':[{'name':'B','value':90},{'name':'A','value':10.5}]}";
		String ofWomen = "{'name':'F','distribution':[{'name':'A','value':20.0},{'name':'B','value':7}]}";
		assertThat(query("distribution/customer", TWO_FIELDS))
			.isEqualTo(ApiClient.json("{'nodeId':'north','distribution':[" + ofMen + "," + ofWomen + "]}"));
		assertThat(query("distribution/customer", TWO_FIELDS, "size", "1", "sort", "asc"))
			.isEqualTo(ApiClient.json("{'nodeId':'north','distribution':[" + ofWomen + "]}"));
		assertThat(query("distribution/event", TWO_FIELDS, "sort", "DESC")).isEqualTo(ApiClient.json("""
				{'nodeId':'north','distribution':[
				{'name':'B','distribution':[{'name':'M','value':90},{'name':'F','value':7}]},
				{'name':'A','distribution':[{'name':'F','value':20.0},{'name':'M','value':10.5}]}]}"""));
	}

	@Test
	@DisplayName("a number is distributed over customers who are new in the period, and others")
	void numberIsDistributedByAcquisition() {
		assertThat(query("distribution/customer/acquisition",
				"{" + ORDERS + "," + TOTAL + ",'startDate':'2025-01-31','endDate':'2025-03-31'}"))
			.isEqualTo(ApiClient.json(
					"{'nodeId':'north','distribution':[{'name':'new','value':27},{'name':'returning','value':100.5}]}"));
	}

	@Test
	@DisplayName("an answer has a name, describes its data, and repeats the request")
	void answerHasEnvelope() {
		Response gender = api.get("/analytics/composition/gender", "nodes", "north", "startDate", "2025-01-01");
		assertThat(gender.json().propertyNames()).containsExactly("name", "headers", "parameters", "data");
		assertThat(gender.at("/name").stringValue()).isEqualTo("analytics gender");
		assertThat(gender.at("/headers")).isEqualTo(ApiClient.json("""
				{'nodeId':{'type':'string'},'distribution':{'type':'array','items':{'type':'object',
				'properties':{'name':{'type':'string'},'value':{'type':'number'}}}}}"""));
		assertThat(gender.at("/parameters"))
			.isEqualTo(ApiClient.json("{'nodes':'north','startDate':'2025-01-01','endDate':null}"));
		Response number = api.get("/analytics/query/numeric", "query",
				"{\"nodeId\":\"south\",\"aggregation\":{\"operator\":\"COUNT\"}}");
		assertThat(number.at("/name").stringValue()).isEqualTo("Events numeric query");
		assertThat(number.at("/headers"))
			.isEqualTo(ApiClient.json("{'nodeId':{'type':'string'},'value':{'type':'number'}}"));
		assertThat(number.at("/parameters")).isEqualTo(ApiClient.json("""
				{'nodeId':'south','startDate':null,'endDate':null,'eventType':null,'context':null,
				'optionalFilters':null,'aggregation':{'operator':'COUNT'}}"""));
		assertThat(number.at("/data")).isEqualTo(ApiClient.json("{'nodeId':'south','value':1}"));
	}

	@ParameterizedTest(name = "{0}?{1}")
	@CsvSource(delimiter = '|', quoteCharacter = '!',
			textBlock = """
					customer/count             | nodes=east                                       | 404 | node not found east
					customer/count             | startDate=2025-02-30                             | 400 | Invalid value '2025-02-30' of parameter 'startDate'
					composition/gender         | endDate=tomorrow                                 | 400 | Invalid value 'tomorrow' of parameter 'endDate'
					customer/count             | startDate=2025-02-02&endDate=2025-02-01          | 400 | endDate 2025-02-01 is before startDate 2025-02-02
					trend/customer             | endDate=2025-02-01                               | 400 | Required String parameter 'startDate' is not present
					trend/event                | startDate=2025-02-01                             | 400 | Required String parameter 'endDate' is not present
					trend/event                | startDate=2025-02-01&endDate=2025-02-01&mode=X   | 400 | Invalid value 'X' of parameter 'mode'
					trend/event                | startDate=1990-01-01&endDate=2025-02-01          | 400 | There are more than 10000 periods from 1990-01-01 to 2025-02-01
					distribution/customer/time | mode=DAILY                                       | 400 | Invalid value 'DAILY' of parameter 'mode'
					distribution/event/node    | context=web                                      | 400 | Invalid value 'web' of parameter 'context'
					query/numeric              | x=y                                              | 400 | Required String parameter 'query' is not present
					query/numeric              | query=%7B                                        | 400 | query is not valid
					""")
	@DisplayName("a request that makes no sense is refused")
	void badRequestIsRefused(String path, String parameters, int status, String message) {
		Response response = api.get("/analytics/" + path + "?" + parameters);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.at("/message").stringValue()).isEqualTo(message);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{'aggregation':{'operator':'COUNT'}}                                         | /nodeId
					{'nodeId':'north'}                                                           | /aggregation
					{'nodeId':'north','aggregation':{}}                                          | /aggregation/operator
					{'nodeId':'north','aggregation':{'operator':'AVG'}}                          | /aggregation/operator
					{'nodeId':'north','aggregation':{'operator':'SUM'}}                          | /aggregation/fieldPath
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'mode':'YEARLY'}        | /mode
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'nodes':['north']}      | /nodes
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'startDate':'x'}        | /startDate
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'startDate':'2025-02-02','endDate':'2025-02-01'} | /endDate
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'optionalFilters':[{'fieldPath':'type'}]} | /optionalFilters/0/value
					{'nodeId':'north','aggregation':{'operator':'COUNT'},'distributionField':{'entity':'NODE','path':'x'}} | /distributionField/entity
					{'nodeId':'north','aggregation':{'operator':'COUNT'}}                        | /distributionField
					""")
	@DisplayName("a query that makes no sense is refused with the place")
	void badQueryIsRefused(String query, String pointer) {
		Response response = api.get("/analytics/query/distribution", "query", query.replace('\'', '"'));
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/message").stringValue()).isEqualTo("query is not valid");
		assertThat(response.at("/errors").size()).isEqualTo(1);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo(pointer);
	}

	@Test
	@DisplayName("a distribution by two fields needs both, a size of at least 1, and a direction")
	void badDistributionIsRefused() {
		String one = "{\"nodeId\":\"north\",\"aggregation\":{\"operator\":\"COUNT\"},\"distributionFieldPath\":\"type\"}";
		Response response = api.get("/analytics/query/distribution/event", "query", one);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.at("/errors/0/path").stringValue()).isEqualTo("/customerDistributionFieldPath");
		for (String size : List.of("0", "x")) {
			assertThat(
					api.get("/analytics/query/distribution/event", "query", TWO_FIELDS.replace('\'', '"'), "size", size)
						.at("/message")
						.stringValue())
				.isEqualTo("Invalid value '" + size + "' of parameter 'size'");
		}
		assertThat(api.get("/analytics/query/distribution/event", "query", TWO_FIELDS.replace('\'', '"'), "sort", "up")
			.status()).isEqualTo(400);
		assertThat(api.get("/analytics/query/numeric", "query", one.replace("north", "east")).status()).isEqualTo(404);
	}

	static Stream<String> paths() {
		return Stream.of("customer/count", "trend/customer", "trend/event", "composition/gender",
				"composition/age-range", "composition/geo/country", "composition/geo/city",
				"distribution/customer/node", "distribution/customer/source", "distribution/customer/time",
				"distribution/event/node", "distribution/event/source", "distribution/event/time", "query/numeric",
				"query/trend", "query/distribution", "query/distribution/customer", "query/distribution/event",
				"query/distribution/customer/acquisition");
	}

	private static Response get(ContactHubEmulator target, String token, String path) {
		String[] days = { "startDate", "2025-01-01", "endDate", "2025-12-31" };
		String[] parameters = path.startsWith("query") ? new String[] { "query", TWO_FIELDS.replace('\'', '"') }
				: (path.startsWith("trend") ? days : new String[0]);
		return new ApiClient(target.baseUrl() + "/workspaces/" + target.workspaceId(), token).get("/analytics/" + path,
				parameters);
	}

	@ParameterizedTest
	@MethodSource("paths")
	@DisplayName("a token that may only read is enough, and one that others may see is not")
	void tokensAreChecked(String path) {
		assertThat(get(emulator, emulator.token(), path).status()).isEqualTo(200);
		assertThat(get(emulator, "report", path).status()).isEqualTo(200);
		assertThat(get(emulator, "page", path).status()).isEqualTo(403);
	}

	@Test
	@DisplayName("a strict emulator answers only what rests on no guess")
	void strictEmulatorRefusesGuesses() {
		try (ContactHubEmulator strict = builder().strict(true).start()) {
			fill(strict);
			assertThat(paths().filter((path) -> get(strict, strict.token(), path).status() == 200)).containsExactly(
					"composition/gender", "composition/age-range", "composition/geo/country", "composition/geo/city",
					"distribution/customer/node", "distribution/customer/source", "distribution/event/node",
					"distribution/event/source", "query/numeric", "query/distribution");
			assertThat(paths().filter((path) -> get(strict, strict.token(), path).status() == 501)).hasSize(9);
		}
	}

	@Test
	@DisplayName("customers count when lists show them, events when they can be read, and neither counts twice")
	void delaysHold() {
		SettableClock clock = new SettableClock();
		Duration delay = Duration.ofSeconds(30);
		try (ContactHubEmulator late = ContactHubEmulator.builder()
			.nodeId("north")
			.clock(clock)
			.indexDelay(delay)
			.eventDelay(delay)
			.start()) {
			ApiClient client = ApiClient.of(late);
			String id = client.post("/customers", "{'nodeId':'north','externalId':'1'}").id();
			client.post("/events", "{'customerId':'" + id + "','type':'loggedIn','context':'WEB','properties':{}}");
			assertThat(customersAndEvents(client)).containsExactly(0, 0, 0, 0);
			clock.forward(delay);
			assertThat(customersAndEvents(client)).containsExactly(1, 1, 0, 1);
			client.delete("/customers/" + id);
			assertThat(customersAndEvents(client)).startsWith(1).endsWith(0, 1);
			late.index();
			assertThat(customersAndEvents(client)).containsExactly(0, 0, 1, 0);
		}
	}

	/**
	 * The number of customers and events, and of the lost customers and all of them
	 * today.
	 */
	private static List<Integer> customersAndEvents(ApiClient client) {
		Response trend = client.get("/analytics/trend/customer", "startDate", "2026-01-02", "endDate", "2026-01-02");
		return List.of(client.get("/analytics/customer/count").at("/data/0/count").intValue(),
				client.get("/analytics/distribution/event/node").at("/data/0/count").intValue(),
				trend.at("/data/0/values/0/lost").intValue(), trend.at("/data/0/values/0/total").intValue());
	}

}

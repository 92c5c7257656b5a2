package io.contacthub.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.WireMockTests;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventType;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.data.domain.Sort;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Analytics} on the wire.
 */
@DisplayName("The analytics of a workspace")
class AnalyticsTests extends WireMockTests {

	private static final String ANALYTICS = WORKSPACE + "/analytics";

	private static final AnalyticsFilter CUSTOMERS = AnalyticsFilter.ofNodes("n1", "n2")
		.withStartDate(LocalDate.of(2016, 1, 1))
		.withEndDate(LocalDate.of(2016, 3, 31));

	private static final AnalyticsFilter EVENTS = CUSTOMERS.withEventType(EventType.COMPLETED_ORDER)
		.withContext(EventContext.ECOMMERCE);

	private static final Map<String, String> CUSTOMER_PARAMETERS = Map.of("nodes", "n1,n2", "startDate", "2016-01-01",
			"endDate", "2016-03-31");

	private static final Map<String, String> EVENT_PARAMETERS = Map.of("nodes", "n1,n2", "startDate", "2016-01-01",
			"endDate", "2016-03-31", "eventType", "completedOrder", "context", "ECOMMERCE");

	private static final AnalyticsQuery QUERY = AnalyticsQuery.builder()
		.nodeId("n1")
		.startDate(LocalDate.of(2015, 1, 1))
		.endDate(LocalDate.of(2016, 3, 31))
		.eventType(EventType.COMPLETED_ORDER)
		.context(EventContext.ECOMMERCE)
		.optionalFilters(AnalyticsQueryFilter.of("properties.storeCode", "S & 1"))
		.aggregation(Aggregation.sum("properties.products.price")
			.withOptionalFilters(List.of(AnalyticsQueryFilter.of("properties.products.quantity", "2"))))
		.mode(TrendMode.MONTHLY)
		.distributionField(DistributionField.ofCustomer("base.gender"))
		.distributionFieldPath("properties.products.sku")
		.customerDistributionFieldPath("base.gender")
		.unknown(JsonObject.of("future", true))
		.build();

	private static final String QUERY_TEXT = """
			{"nodeId":"n1","startDate":"2015-01-01","endDate":"2016-03-31","eventType":"completedOrder",\
			"context":"ECOMMERCE","optionalFilters":[{"fieldPath":"properties.storeCode","value":"S & 1"}],\
			"aggregation":{"operator":"SUM","fieldPath":"properties.products.price",\
			"optionalFilters":[{"fieldPath":"properties.products.quantity","value":"2"}]},"mode":"MONTHLY",\
			"distributionField":{"entity":"CUSTOMER","path":"base.gender"},\
			"distributionFieldPath":"properties.products.sku","customerDistributionFieldPath":"base.gender",\
			"future":true}""";

	private static final Map<String, String> QUERY_PARAMETERS = Map.of("query", QUERY_TEXT);

	private static final Map<String, String> SORTED_PARAMETERS = Map.of("query", QUERY_TEXT, "size", "3", "sort",
			"desc");

	private static final String COUNT = "{\"nodeId\":\"n1\",\"count\":3000000000}";

	private static final NodeCount NODE_COUNT = NodeCount.builder().nodeId("n1").count(3_000_000_000L).build();

	private static final String BY_SOURCE = "{\"nodeId\":\"n1\",\"values\":[{\"sourceId\":\"s1\",\"count\":7}]}";

	private static final SourceDistribution SOURCE_DISTRIBUTION = SourceDistribution.builder()
		.nodeId("n1")
		.values(SourceCount.builder().sourceId("s1").count(7L).build())
		.build();

	private static final String BY_TIME = "{\"nodeId\":\"n1\",\"values\":[{\"time\":\"Tue\",\"count\":7}]}";

	private static final TimeDistribution TIME_DISTRIBUTION = TimeDistribution.builder()
		.nodeId("n1")
		.values(TimeCount.builder().time("Tue").count(7L).build())
		.build();

	private static final String PARTS = """
			{"nodeId":"n1","distribution":[{"name":"male","value":7},{"name":"N/A","value":2.50}]}""";

	private static final Distribution DISTRIBUTION = Distribution.builder()
		.nodeId("n1")
		.distribution(part("male", "7"), part("N/A", "2.50"))
		.build();

	private static final String PARTS_OF_PARTS = """
			{"nodeId":"n1","distribution":[{"name":"male","distribution":[{"name":"A1","value":7}]}]}""";

	private static final Distribution NESTED_DISTRIBUTION = Distribution.builder()
		.nodeId("n1")
		.distribution(DistributionPart.builder().name("male").distribution(part("A1", "7")).build())
		.build();

	private static final String CUSTOMER_TREND = """
			{"nodeId":"n1","values":[{"time":"2016-01","new":3,"lost":1,"total":12}]}""";

	private static final String EVENT_TREND = """
			{"nodeId":"n1","values":[{"time":"2016-01","new":3.5,"total":12}]}""";

	private static final String NUMBER = "{\"nodeId\":\"n1\",\"value\":1234.50}";

	private final Analytics analytics = this.node.workspace().analytics();

	private static DistributionPart part(String name, String value) {
		return DistributionPart.builder().name(name).value(new BigDecimal(value)).build();
	}

	static Stream<Named<Operation>> operations() {
		Trend customerTrend = Trend.builder()
			.nodeId("n1")
			.values(TrendValue.builder().time("2016-01").added(3).lost(1).total(12).build())
			.build();
		Trend eventTrend = Trend.builder()
			.nodeId("n1")
			.values(TrendValue.builder().time("2016-01").added(new BigDecimal("3.5")).total(12).build())
			.build();
		NumericValue number = NumericValue.builder().nodeId("n1").value(new BigDecimal("1234.50")).build();
		return Stream
			.of(ofCustomers("/customer/count", (analytics) -> analytics.customerCount(CUSTOMERS), COUNT, NODE_COUNT),
					new Operation("/trend/customer",
							(analytics) -> analytics.customerTrend(TrendMode.MONTHLY, CUSTOMERS),
							with(CUSTOMER_PARAMETERS, "MONTHLY"), CUSTOMER_TREND, customerTrend),
					new Operation("/trend/event", (analytics) -> analytics.eventTrend(TrendMode.WEEKLY, EVENTS),
							with(EVENT_PARAMETERS, "WEEKLY"), EVENT_TREND, eventTrend),
					ofCustomers("/composition/gender", (analytics) -> analytics.genderComposition(CUSTOMERS), PARTS,
							DISTRIBUTION),
					ofCustomers("/composition/age-range", (analytics) -> analytics.ageRangeComposition(CUSTOMERS),
							PARTS, DISTRIBUTION),
					ofCustomers("/composition/geo/country", (analytics) -> analytics.countryComposition(CUSTOMERS),
							PARTS, DISTRIBUTION),
					new Operation("/composition/geo/city",
							(analytics) -> analytics.cityComposition(CUSTOMERS.withCountry("côte d'ivoire, &")),
							Map.of("nodes", "n1,n2", "startDate", "2016-01-01", "endDate", "2016-03-31", "country",
									"côte d'ivoire, &"),
							PARTS, DISTRIBUTION),
					ofCustomers("/distribution/customer/node", (analytics) -> analytics.customersByNode(CUSTOMERS),
							COUNT, NODE_COUNT),
					ofCustomers("/distribution/customer/source", (analytics) -> analytics.customersBySource(CUSTOMERS),
							BY_SOURCE, SOURCE_DISTRIBUTION),
					new Operation("/distribution/customer/time",
							(analytics) -> analytics.customersByTime(DistributionMode.DAY_OF_WEEK, CUSTOMERS),
							with(CUSTOMER_PARAMETERS, "DAYOFWEEK"), BY_TIME, TIME_DISTRIBUTION),
					new Operation("/distribution/event/node", (analytics) -> analytics.eventsByNode(EVENTS),
							EVENT_PARAMETERS, COUNT, NODE_COUNT),
					new Operation("/distribution/event/source", (analytics) -> analytics.eventsBySource(EVENTS),
							EVENT_PARAMETERS, BY_SOURCE, SOURCE_DISTRIBUTION),
					new Operation("/distribution/event/time",
							(analytics) -> analytics.eventsByTime(DistributionMode.HOUR_OF_DAY, EVENTS),
							with(EVENT_PARAMETERS, "HOUROFDAY"), BY_TIME, TIME_DISTRIBUTION),
					ofQuery("/query/numeric", (analytics) -> analytics.numeric(QUERY), NUMBER, number),
					ofQuery("/query/trend", (analytics) -> analytics.trend(QUERY), EVENT_TREND, eventTrend),
					ofQuery("/query/distribution", (analytics) -> analytics.distribution(QUERY), PARTS, DISTRIBUTION),
					ofQuery("/query/distribution/customer", (analytics) -> analytics.customerDistribution(QUERY),
							PARTS_OF_PARTS, NESTED_DISTRIBUTION),
					new Operation("/query/distribution/customer",
							(analytics) -> analytics.customerDistribution(QUERY, 3, Sort.Direction.DESC),
							SORTED_PARAMETERS, PARTS_OF_PARTS, NESTED_DISTRIBUTION),
					ofQuery("/query/distribution/event", (analytics) -> analytics.eventDistribution(QUERY),
							PARTS_OF_PARTS, NESTED_DISTRIBUTION),
					new Operation("/query/distribution/event",
							(analytics) -> analytics.eventDistribution(QUERY, 3, Sort.Direction.DESC),
							SORTED_PARAMETERS, PARTS_OF_PARTS, NESTED_DISTRIBUTION),
					ofQuery("/query/distribution/customer/acquisition",
							(analytics) -> analytics.acquisitionDistribution(QUERY), PARTS, DISTRIBUTION))
			.map((operation) -> Named.of(operation.path() + " " + operation.parameters().keySet(), operation));
	}

	private static Operation ofCustomers(String path, Function<Analytics, AnalyticsResult<?>> call, String element,
			Object expected) {
		return new Operation(path, call, CUSTOMER_PARAMETERS, element, expected);
	}

	private static Operation ofQuery(String path, Function<Analytics, AnalyticsResult<?>> call, String element,
			Object expected) {
		return new Operation(path, call, QUERY_PARAMETERS, element, expected);
	}

	private static Map<String, String> with(Map<String, String> parameters, String mode) {
		Map<String, String> all = new TreeMap<>(parameters);
		all.put("mode", mode);
		return all;
	}

	@Test
	@DisplayName("are asked for by 21 methods")
	void areComplete() {
		assertThat(operations()).hasSize(21);
		assertThat(operations().map((operation) -> operation.getPayload().path()).distinct()).hasSize(19);
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("are asked for by one request, with what was given and nothing else")
	void makesOneRequest(Operation operation) {
		answer(any(anyUrl()), "{\"data\":[]}");
		assertThat(operation.call().apply(this.analytics).data()).isEmpty();
		List<LoggedRequest> requests = server.findAll(anyRequestedFor(anyUrl()));
		assertThat(requests).singleElement().satisfies((request) -> {
			assertThat(request.getMethod().getName()).isEqualTo("GET");
			assertThat(request.getUrl()).startsWith(ANALYTICS + operation.path() + "?");
			assertThat(request.getQueryParams().values())
				.allSatisfy((parameter) -> assertThat(parameter.values()).hasSize(1));
			Map<String, String> sent = new TreeMap<>();
			request.getQueryParams().forEach((name, value) -> sent.put(name, value.firstValue()));
			assertThat(sent).isEqualTo(new TreeMap<>(operation.parameters()));
			assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken");
			assertThat(request.getBody()).isEmpty();
		});
	}

	@ParameterizedTest
	@MethodSource("operations")
	@DisplayName("are the same however the data is nested")
	void readsEachNesting(Operation operation) {
		String element = operation.element();
		for (String data : List.of("[" + element + "]", "[[" + element + "]]", element)) {
			String answer = "{\"name\":\"n\",\"headers\":{},\"parameters\":{\"nodes\":null},\"data\":" + data + "}";
			answer(any(anyUrl()), answer);
			AnalyticsResult<?> result = operation.call().apply(this.analytics);
			assertThat(result.data()).as(data).isEqualTo(List.of(operation.expected()));
			assertThat(result.ofNode("n1").map(Object.class::cast)).contains(operation.expected());
			assertThat(result.document()).as(data).isEqualTo(JsonObject.from(read(answer)));
		}
	}

	private static Object read(String json) {
		return ContactHubJson.mapper().readValue(json, Map.class);
	}

	@Test
	@DisplayName("of all nodes at all times are asked for without a parameter")
	void leavesOutWhatIsAbsent() {
		answer(any(anyUrl()), "{\"data\":[]}");
		this.analytics.customerCount(AnalyticsFilter.ofAllNodes());
		this.analytics.customersByNode(AnalyticsFilter.builder().nodes(List.of()).build());
		this.analytics.eventsByTime(DistributionMode.DAY_OF_MONTH, AnalyticsFilter.ofAllNodes());
		verify(1, getRequestedFor(urlEqualTo(ANALYTICS + "/customer/count")));
		verify(1, getRequestedFor(urlEqualTo(ANALYTICS + "/distribution/customer/node")));
		verify(1, getRequestedFor(urlEqualTo(ANALYTICS + "/distribution/event/time?mode=DAYOFMONTH")));
	}

	@Test
	@DisplayName("take an open value, and parameters that the library does not know")
	void sendsWhatIsNotKnown() {
		answer(any(anyUrl()), "{\"data\":[]}");
		AnalyticsFilter filter = AnalyticsFilter.ofNodes("n 1").withUnknown(JsonObject.of("tier", "a/b+c"));
		this.analytics.customersByTime(DistributionMode.of("QUARTER"), filter);
		assertThat(server.findAll(anyRequestedFor(anyUrl()))).singleElement()
			.satisfies((request) -> assertThat(request.getQueryParams()).extractingByKeys("nodes", "tier", "mode")
				.extracting(QueryParameter::firstValue)
				.containsExactly("n 1", "a/b+c", "QUARTER"));
	}

	@Test
	@DisplayName("send a query in such a way that each of its characters arrives")
	void encodesQuery() {
		answer(any(anyUrl()), "{\"data\":[]}");
		this.analytics.numeric(
				AnalyticsQuery.builder().optionalFilters(AnalyticsQueryFilter.of("a", "{x} +&=%20#é\"😀")).build());
		assertThat(server.findAll(anyRequestedFor(anyUrl()))).singleElement().satisfies((request) -> {
			assertThat(request.getQueryParams().get("query").firstValue())
				.isEqualTo("{\"optionalFilters\":[{\"fieldPath\":\"a\",\"value\":\"{x} +&=%20#é\\\"😀\"}]}");
			assertThat(request.getUrl()).matches("[\\x21-\\x7e]+").doesNotContain("+", "{", "\"");
		});
	}

	@Test
	@DisplayName("read numbers that are texts")
	void readsNumbersFromTexts() {
		answer(any(anyUrl()),
				"{\"data\":[{\"nodeId\":\"n1\",\"distribution\":[{\"name\":\"male\",\"value\":\"7\"}]}]}");
		Distribution read = this.analytics.genderComposition(CUSTOMERS).data().get(0);
		assertThat(read.distribution().get(0).value()).isEqualByComparingTo("7");
		assertThat(read.toMap())
			.isEqualTo(Map.of("nodeId", "n1", "distribution", List.of(Map.of("name", "male", "value", "7"))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
			{"name":"n"}    | it has no 'data'
			{"data":"none"} | its 'data' is neither a list nor an object
			{"data":7}      | its 'data' is neither a list nor an object
			""")
	@DisplayName("are a failure that tells why when an answer has none")
	void failsWithoutData(String answer, String fault) {
		answer(any(anyUrl()), answer);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.analytics.customerCount(CUSTOMERS))
			.withMessage("GET /analytics/customer/count failed: the answer cannot be used, " + fault)
			.satisfies(
					(ex) -> assertThat(((ContactHubFailure) ex).reason()).isEqualTo(FailureReason.UNREADABLE_ANSWER));
	}

	@Test
	@DisplayName("are a failure when an answer is no object")
	void failsWithoutEnvelope() {
		answer(any(anyUrl()), "[" + COUNT + "]");
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> this.analytics.customerCount(CUSTOMERS))
			.withMessage("GET /analytics/customer/count failed: the answer could not be read");
	}

	@Test
	@DisplayName("tell which scopes a token needs that may not see them")
	void tellsScopes() {
		server.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"message\":\"no\",\"errors\":[]}", 403)));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> this.analytics.customerCount(CUSTOMERS))
			.withMessageContaining("ADMIN")
			.withMessageContaining("USER")
			.withMessageContaining("GUEST")
			.withMessageContaining("TRUSTED_APPLICATION");
	}

	@Test
	@DisplayName("of customers take nothing of events")
	void refusesEventsOfCustomers() {
		refuses(() -> this.analytics.customerCount(EVENTS.withContext(null)),
				"eventType is 'completedOrder': customers have no event type, leave it out");
		refuses(() -> this.analytics.cityComposition(EVENTS.withEventType(null)),
				"context is 'ECOMMERCE': customers have no context, leave it out");
		refuses(() -> this.analytics.customerTrend(TrendMode.DAILY, EVENTS), "customers have no event type");
	}

	@Test
	@DisplayName("take a country for cities only")
	void refusesCountry() {
		AnalyticsFilter filter = AnalyticsFilter.ofAllNodes().withCountry("italy");
		refuses(() -> this.analytics.countryComposition(filter),
				"country is 'italy': only cityComposition takes one, leave it out");
		refuses(() -> this.analytics.eventsByNode(filter), "only cityComposition takes one");
	}

	@Test
	@DisplayName("need both days for a trend")
	void refusesTrendWithoutDays() {
		String message = "startDate or endDate is missing: a trend needs the first and the last day";
		refuses(() -> this.analytics.customerTrend(TrendMode.DAILY, CUSTOMERS.withStartDate(null)), message);
		refuses(() -> this.analytics.eventTrend(TrendMode.DAILY, EVENTS.withEndDate(null)), message);
	}

	@Test
	@DisplayName("take no query that cannot be sent")
	void refusesQuery() {
		refuses(() -> this.analytics.numeric(QUERY.withEndDate(LocalDate.of(2014, 12, 31))),
				"endDate is 2014-12-31: it must not be before startDate, which is 2015-01-01");
		refuses(() -> this.analytics.trend(QUERY.withContext(EventContext.of("web"))),
				"context is 'web': ContactHub spells it 'WEB'");
		refuses(() -> this.analytics.distribution(QUERY.withEndDate(LocalDate.MAX)),
				"its year must be one from 0 to 9999");
		refuses(() -> this.analytics.acquisitionDistribution(QUERY.withDistributionFieldPath("a\ud83d")),
				"'distributionFieldPath' holds half of a character");
		refuses(() -> this.analytics.customerDistribution(QUERY, 0, Sort.Direction.ASC),
				"size is 0: ask for one part at least");
		refuses(() -> this.analytics.eventDistribution(QUERY, -1, Sort.Direction.ASC), "size is -1");
	}

	@Test
	@DisplayName("take no filter that cannot be meant")
	void refusesFilter() {
		refuses(() -> AnalyticsFilter.ofNodes(), "nodes are missing: name some, or use AnalyticsFilter.ofAllNodes()");
		refuses(() -> AnalyticsFilter.ofNodes("n1", null), "nodes hold null");
		refuses(() -> AnalyticsFilter.ofNodes(" "), "the id of a node is blank");
		refuses(() -> AnalyticsFilter.ofNodes("n1,n2"), "the id of a node is 'n1,n2': with a comma it would be two");
		refuses(() -> CUSTOMERS.withEndDate(LocalDate.of(2015, 12, 31)),
				"endDate is 2015-12-31: it must not be before startDate, which is 2016-01-01");
		refuses(() -> CUSTOMERS.withEndDate(LocalDate.MAX),
				"value for 'endDate' is +999999999-12-31: its year must be");
		refuses(() -> EVENTS.withEventType(EventType.of("a,b")), "eventType is 'a,b': with a comma it would be two");
		refuses(() -> EVENTS.withContext(EventContext.of("X,Y")), "context is 'X,Y': with a comma it would be two");
		refuses(() -> EVENTS.withContext(EventContext.of("Digital campaign")),
				"context is 'Digital campaign': ContactHub spells it 'DIGITAL_CAMPAIGN'");
	}

	@Test
	@DisplayName("need a transport")
	void needClient() {
		refuses(() -> Analytics.create(null), "client is null: give the transport to the workspace");
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
		assertThat(server.getAllServeEvents()).isEmpty();
	}

	/**
	 * An operation.
	 *
	 * @param path its path
	 * @param call our call
	 * @param parameters the parameters of its request
	 * @param element an element of its data
	 * @param expected what it is read as
	 */
	record Operation(String path, Function<Analytics, AnalyticsResult<?>> call, Map<String, String> parameters,
			String element, Object expected) {

	}

}

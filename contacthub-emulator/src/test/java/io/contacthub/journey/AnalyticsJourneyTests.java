package io.contacthub.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.analytics.Aggregation;
import io.contacthub.analytics.Analytics;
import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsQuery;
import io.contacthub.analytics.AnalyticsQueryFilter;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Distribution;
import io.contacthub.analytics.DistributionField;
import io.contacthub.analytics.DistributionMode;
import io.contacthub.analytics.DistributionPart;
import io.contacthub.analytics.NodeCount;
import io.contacthub.analytics.NumericValue;
import io.contacthub.analytics.SourceCount;
import io.contacthub.analytics.SourceDistribution;
import io.contacthub.analytics.TimeCount;
import io.contacthub.analytics.TimeDistribution;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendMode;
import io.contacthub.analytics.TrendValue;
import io.contacthub.configuration.Source;
import io.contacthub.configuration.SourceProvider;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.CompletedOrder;
import io.contacthub.event.properties.OrderLine;
import io.contacthub.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.domain.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Customers sign up in two nodes by two sources, buy, and one of them leaves; then all is
 * counted.
 */
@DisplayName("With analytics one can")
class AnalyticsJourneyTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

	private static final AnalyticsFilter ALL = AnalyticsFilter.ofAllNodes()
		.withStartDate(TODAY.minusDays(1))
		.withEndDate(TODAY);

	private static final AnalyticsFilter NORTH = ALL.withNodes(List.of("north"));

	private static final AnalyticsQuery REVENUE = AnalyticsQuery.builder()
		.nodeId("north")
		.eventType(EventType.COMPLETED_ORDER)
		.aggregation(Aggregation.sum("properties.amount.total"))
		.build();

	private static final AnalyticsQuery PRODUCTS = REVENUE.withAggregation(Aggregation.sum("properties.products.price"))
		.withDistributionFieldPath("properties.products.sku")
		.withCustomerDistributionFieldPath("base.gender");

	private static ContactHubEmulator emulator;

	private static Workspace workspace;

	private static Analytics analytics;

	private Source web;

	private Source shop;

	@BeforeAll
	static void start() {
		emulator = ContactHubEmulator.builder()
			.nodeId("north")
			.nodes("south")
			.clock(InstantSource.fixed(Instant.parse("2026-01-02T10:00:00Z")))
			.start();
		workspace = connect(emulator.token());
		analytics = workspace.analytics();
	}

	private static Workspace connect(String token) {
		return Workspace.builder().id(emulator.workspaceId()).token(token).baseUrl(emulator.baseUrl()).build();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void signUpAndBuy() {
		emulator.reset();
		this.web = addSource("web");
		this.shop = addSource("shop");
		Node site = connect(this.web.token()).node("north");
		Node till = connect(this.shop.token()).node("north");
		Customer ann = signUp(site, "F", LocalDate.of(1990, 1, 1), "Italy", "Rome");
		Customer bob = signUp(till, "M", LocalDate.of(1950, 1, 1), "Italy", "Milan");
		Customer cleo = signUp(site, "F", LocalDate.of(2015, 1, 1), "France", "Paris");
		buy(site, ann, "100.50", line("A", "10.50"), line("B", "90"));
		buy(till, bob, "20", line("A", "20"));
		site.events().add(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(bob));
		site.customers().deleteById(cleo.id());
		Node south = connect(this.shop.token()).node("south");
		buy(south, signUp(south, "F", LocalDate.of(1991, 1, 1), "Spain", "Madrid"), "5", line("A", "5"));
	}

	private static Source addSource(String name) {
		return workspace.configuration()
			.sources()
			.insert(Source.builder().provider(SourceProvider.API).name(name).nodes("north", "south").build());
	}

	private static Customer signUp(Node node, String gender, LocalDate birthday, String country, String city) {
		return node.customers()
			.insert(Customer.builder()
				.externalId(city)
				.base((base) -> base.gender(gender)
					.dob(birthday)
					.address((address) -> address.country(country).city(city)))
				.build());
	}

	private static void buy(Node node, Customer customer, String total, OrderLine... lines) {
		node.events()
			.add(Event
				.of(CompletedOrder.builder()
					.orderId(total)
					.amount((amount) -> amount.total(new BigDecimal(total)))
					.products(lines)
					.build())
				.in(EventContext.ECOMMERCE)
				.by(customer));
	}

	private static OrderLine line(String sku, String price) {
		return OrderLine.builder().sku(sku).price(new BigDecimal(price)).build();
	}

	@Test
	@DisplayName("count customers by node, source, time, gender, age, country and city, and each way it is the same")
	void countCustomers() {
		assertThat(analytics.customerCount(ALL).data()).extracting(NodeCount::nodeId, NodeCount::count)
			.containsExactly(tuple("north", 2L), tuple("south", 1L));
		long north = workspace.node("north").customers().count(Query.all());
		assertThat(north).isEqualTo(2);
		assertThat(Stream.of(count(analytics.customerCount(NORTH)), count(analytics.customersByNode(NORTH)),
				sources(analytics.customersBySource(NORTH)),
				times(analytics.customersByTime(DistributionMode.DAY_OF_WEEK, NORTH)),
				times(analytics.customersByTime(DistributionMode.HOUR_OF_DAY, NORTH)),
				times(analytics.customersByTime(DistributionMode.DAY_OF_MONTH, NORTH)),
				sum(analytics.genderComposition(NORTH)), sum(analytics.ageRangeComposition(NORTH)),
				sum(analytics.countryComposition(NORTH)), sum(analytics.cityComposition(NORTH))))
			.containsOnly(north)
			.hasSize(10);
		assertThat(analytics.customersBySource(NORTH).data().get(0).values())
			.extracting(SourceCount::sourceId, SourceCount::count)
			.containsExactly(tuple(this.web.id(), 1L), tuple(this.shop.id(), 1L));
		assertThat(parts(analytics.genderComposition(NORTH))).containsExactly("F=1", "M=1");
		assertThat(parts(analytics.ageRangeComposition(NORTH))).contains("> 64=1", "35-44=1", "< 18=0").hasSize(8);
		assertThat(parts(analytics.countryComposition(NORTH))).containsExactly("Italy=2");
		assertThat(parts(analytics.cityComposition(ALL.withCountry("spain")))).containsExactly("Madrid=1");
		assertThat(count(analytics.customerCount(NORTH.withEndDate(TODAY.minusDays(1))))).isZero();
	}

	@Test
	@DisplayName("count events by node, source and time, and each way it is the same")
	void countEvents() {
		long north = workspace.node("north").events().count(EventFilter.ofNode());
		assertThat(north).isEqualTo(3);
		assertThat(Stream.of(count(analytics.eventsByNode(NORTH)), sources(analytics.eventsBySource(NORTH)),
				times(analytics.eventsByTime(DistributionMode.HOUR_OF_DAY, NORTH))))
			.containsOnly(north);
		assertThat(analytics.eventsBySource(NORTH).data().get(0).values())
			.extracting(SourceCount::sourceId, SourceCount::count)
			.containsExactly(tuple(this.web.id(), 2L), tuple(this.shop.id(), 1L));
		AnalyticsFilter orders = NORTH.withEventType(EventType.COMPLETED_ORDER).withContext(EventContext.ECOMMERCE);
		assertThat(count(analytics.eventsByNode(orders))).isEqualTo(2);
		assertThat(analytics.eventsByTime(DistributionMode.DAY_OF_WEEK, orders).data().get(0).values())
			.filteredOn((value) -> value.count() > 0)
			.extracting(TimeCount::time)
			.containsExactly("Fri");
	}

	@Test
	@DisplayName("see who came and who went, and what they did")
	void seeTrends() {
		TrendValue customers = last(analytics.customerTrend(TrendMode.DAILY, NORTH));
		assertThat(customers.time()).isEqualTo("2026-01-02");
		assertThat(customers.added()).isEqualByComparingTo("3");
		assertThat(customers.lost()).isEqualByComparingTo("1");
		assertThat(customers.total()).isEqualByComparingTo("2");
		TrendValue events = last(analytics.eventTrend(TrendMode.MONTHLY, NORTH));
		assertThat(events.time()).isEqualTo("2026-01");
		assertThat(events.added()).isEqualByComparingTo("3");
		assertThat(events.lost()).isNull();
		assertThat(events.total()).isEqualByComparingTo("3");
	}

	@Test
	@DisplayName("ask for numbers of their own")
	void askForNumbers() {
		assertThat(number(analytics.numeric(REVENUE))).isEqualByComparingTo("120.50");
		assertThat(number(analytics.numeric(REVENUE.withAggregation(Aggregation.countDistinct("customerId")))))
			.isEqualByComparingTo("2");
		assertThat(number(analytics
			.numeric(REVENUE.withOptionalFilters(List.of(AnalyticsQueryFilter.of("properties.products.sku", "B"))))))
			.isEqualByComparingTo("100.50");
		TrendValue trend = last(analytics.trend(REVENUE.withMode(TrendMode.WEEKLY)));
		assertThat(trend.time()).isEqualTo("2026-W01");
		assertThat(trend.total()).isEqualByComparingTo("120.50");
		assertThat(parts(analytics
			.distribution(REVENUE.withDistributionField(DistributionField.ofCustomer("base.address.city")))))
			.containsExactly("Rome=100.5", "Milan=20");
		assertThat(parts(analytics.acquisitionDistribution(REVENUE.withStartDate(TODAY).withEndDate(TODAY))))
			.containsExactly("new=120.5", "returning=0");
	}

	@Test
	@DisplayName("ask for numbers by two fields, either first")
	void askForNumbersByTwoFields() {
		assertThat(nested(analytics.customerDistribution(PRODUCTS))).containsExactly("F[B=90, A=10.5]", "M[A=20]");
		assertThat(nested(analytics.customerDistribution(PRODUCTS, 1, Sort.Direction.ASC))).containsExactly("M[A=20]");
		assertThat(nested(analytics.eventDistribution(PRODUCTS))).containsExactly("B[F=90]", "A[M=20, F=10.5]");
		assertThat(nested(analytics.eventDistribution(PRODUCTS, 1, Sort.Direction.DESC))).containsExactly("B[F=90]");
	}

	@Test
	@DisplayName("not ask for what there is not")
	void refusals() {
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> analytics.customerCount(AnalyticsFilter.ofNodes("east")))
			.withMessageContaining("node not found east");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> analytics.numeric(REVENUE.withAggregation(Aggregation.builder().build())))
			.withMessageContaining("query is not valid");
	}

	private static long count(AnalyticsResult<NodeCount> result) {
		return result.ofNode("north").map(NodeCount::count).orElseThrow();
	}

	private static long sources(AnalyticsResult<SourceDistribution> result) {
		return result.ofNode("north").orElseThrow().values().stream().mapToLong(SourceCount::count).sum();
	}

	private static long times(AnalyticsResult<TimeDistribution> result) {
		return result.ofNode("north").orElseThrow().values().stream().mapToLong(TimeCount::count).sum();
	}

	private static long sum(AnalyticsResult<Distribution> result) {
		return result.ofNode("north")
			.orElseThrow()
			.distribution()
			.stream()
			.mapToLong((part) -> part.value().longValueExact())
			.sum();
	}

	private static List<String> parts(AnalyticsResult<Distribution> result) {
		return result.data()
			.stream()
			.flatMap((element) -> element.distribution().stream())
			.map(AnalyticsJourneyTests::text)
			.toList();
	}

	private static String text(DistributionPart part) {
		return part.name() + "=" + part.value().stripTrailingZeros().toPlainString();
	}

	private static List<String> nested(AnalyticsResult<Distribution> result) {
		return result.data()
			.get(0)
			.distribution()
			.stream()
			.map((part) -> part.name() + part.distribution().stream().map(AnalyticsJourneyTests::text).toList())
			.toList();
	}

	private static BigDecimal number(AnalyticsResult<NumericValue> result) {
		return result.data().get(0).value();
	}

	private static TrendValue last(AnalyticsResult<Trend> result) {
		List<TrendValue> values = result.data().get(0).values();
		return values.get(values.size() - 1);
	}

}

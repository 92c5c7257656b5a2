package io.contacthub.samples.desk.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.contacthub.Node;
import io.contacthub.analytics.Analytics;
import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendMode;
import io.contacthub.event.EventFilter;
import io.contacthub.samples.desk.find.CustomerFilter;
import io.contacthub.samples.desk.find.CustomerList;
import io.contacthub.samples.desk.find.CustomerRow;
import io.contacthub.samples.desk.find.KnownCities;
import io.contacthub.samples.desk.find.KnownTags;
import io.contacthub.samples.desk.panel.Panels;

import org.springframework.stereotype.Component;

/**
 * Numbers of the customers of the node. Where ContactHub's analytics have them, they are
 * one request each; customers by tag, which analytics do not know, are one for each tag.
 */
@Component
class CustomerFigures {

	private static final String LIST = "/customers";

	private static final int SHARES = 8;

	private final Node node;

	private final OverviewCustomers customers;

	private final Analytics analytics;

	private final CustomerList list;

	private final KnownTags tags;

	private final KnownCities cities;

	private final Panels panels;

	CustomerFigures(Node node, OverviewCustomers customers, CustomerList list, KnownTags tags, KnownCities cities,
			Panels panels) {
		this.node = node;
		this.customers = customers;
		this.analytics = node.workspace().analytics();
		this.list = list;
		this.tags = tags;
		this.cities = cities;
		this.panels = panels;
	}

	/**
	 * Return the numbers that one looks for first, each of which may fail by itself.
	 * @param zone the zone in which the last seven days end
	 */
	Figures figures(ZoneId zone) {
		String weekAgo = LocalDate.now(zone).minusDays(6).toString();
		List<CompletableFuture<Figure>> figures = List.of(
				customers("overview.figure.customers", CustomerFilter.none(), zone),
				customers("overview.figure.reachable", CustomerFilter.of("consent", "marketing.automatic.email"), zone),
				customers("overview.figure.new", CustomerFilter.of("registeredSince", weekAgo), zone),
				figure("overview.figure.events", null, () -> this.node.events().count(EventFilter.ofNode())));
		return new Figures(figures.stream().map(CompletableFuture::join).toList());
	}

	private CompletableFuture<Figure> customers(String code, CustomerFilter filter, ZoneId zone) {
		return figure(code, filter.address(LIST), () -> this.node.customers().count(this.list.query(filter, zone)));
	}

	private CompletableFuture<Figure> figure(String code, String address, Supplier<Long> count) {
		return this.panels.load(count).thenApply((panel) -> new Figure(code, address, panel));
	}

	/**
	 * Return how many customers came on each of the last days.
	 */
	DailyCounts growth() {
		AnalyticsFilter lastDays = DailyCounts.until(LocalDate.now(ZoneOffset.UTC), this.node.id());
		AnalyticsResult<Trend> trend = this.analytics.customerTrend(TrendMode.DAILY, lastDays);
		return DailyCounts.of("customers", trend, this.node.id());
	}

	List<Share> cities() {
		return largest(this.cities.customers()
			.entrySet()
			.stream()
			.map((city) -> new Share(city.getKey(), city.getValue()))
			.toList());
	}

	List<Share> tags() {
		List<String> names = this.tags.tags().stream().limit(SHARES).toList();
		List<Long> counts = this.panels
			.together(names.stream().<Supplier<Long>>map((name) -> () -> count(name)).toList());
		return largest(names.stream().map((name) -> new Share(name, counts.get(names.indexOf(name)))).toList());
	}

	private long count(String tag) {
		return this.customers.countByTagsManualContainingOrTagsAutoContaining(tag, tag);
	}

	private static List<Share> largest(List<Share> shares) {
		return shares.stream().sorted(Comparator.comparingLong(Share::count).reversed()).limit(SHARES).toList();
	}

	List<CustomerRow> newest() {
		return this.customers.findTop5ByOrderByRegisteredAtDesc().stream().map(CustomerRow::of).toList();
	}

}

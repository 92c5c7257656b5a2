package io.contacthub.samples.desk.find;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.Node;
import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.Distribution;
import io.contacthub.samples.desk.panel.Recent;

import org.springframework.stereotype.Component;

/**
 * The cities in which there are customers, as ContactHub's analytics have them.
 */
@Component
public class KnownCities {

	/**
	 * What analytics call those without a city, whom no filter finds.
	 */
	private static final String NONE = "N/A";

	private final Node node;

	private final Recent recent;

	KnownCities(Node node, Recent recent) {
		this.node = node;
		this.recent = recent;
	}

	/**
	 * Return how many customers there are in each city; one request a minute.
	 * @return the numbers by the names of the cities, the largest first
	 */
	public Map<String, Long> customers() {
		return this.recent.get(KnownCities.class, this::read);
	}

	private Map<String, Long> read() {
		Map<String, Long> customers = new LinkedHashMap<>();
		this.node.workspace()
			.analytics()
			.cityComposition(AnalyticsFilter.ofNodes(this.node.id()))
			.ofNode(this.node.id())
			.map(Distribution::distribution)
			.orElse(List.of())
			.stream()
			.filter((part) -> part.name() != null && !part.name().equals(NONE) && part.value() != null)
			.sorted(Comparator.comparingLong((part) -> -part.value().longValue()))
			.forEach((part) -> customers.put(part.name(), part.value().longValue()));
		return customers;
	}

}

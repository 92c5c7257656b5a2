package io.contacthub.samples.desk.overview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.contacthub.Node;
import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendMode;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventType;
import io.contacthub.samples.desk.panel.Panels;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/**
 * Numbers of the events of the node on the last days, or on those until the last event
 * when there was none since. ContactHub counts them: a request for the newest events,
 * which tell the types that matter, one for all types, and one for each of these.
 */
@Component
class EventFigures {

	/**
	 * The name of all other types.
	 */
	static final String OTHERS = "";

	private static final int TYPES = 5;

	private static final PageRequest NEWEST = PageRequest.of(0, 50, Sort.by("date").descending());

	private final Node node;

	private final Panels panels;

	EventFigures(Node node, Panels panels) {
		this.node = node;
		this.panels = panels;
	}

	/**
	 * Return how many events there were on each day, by their types.
	 */
	DailyCounts byDay() {
		List<Event> newest = this.node.events()
			.find(EventFilter.ofNode(), NEWEST)
			.filter((event) -> event.date() != null && event.type() != null)
			.toList();
		if (newest.isEmpty()) {
			return DailyCounts.none();
		}
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		LocalDate last = LocalDate.ofInstant(newest.get(0).date(), ZoneOffset.UTC);
		boolean recent = !last.isBefore(today.minusDays(DailyCounts.DAYS - 1));
		AnalyticsFilter lastDays = DailyCounts.until(recent ? today : last, this.node.id());
		List<EventType> types = mostFrequent(newest);
		List<AnalyticsResult<Trend>> trends = this.panels.together(types.stream()
			.<Supplier<AnalyticsResult<Trend>>>map((type) -> () -> trend(lastDays.withEventType(type)))
			.toList());
		Map<String, AnalyticsResult<Trend>> parts = new LinkedHashMap<>();
		types.forEach((type) -> parts.put(type.value(), trends.get(types.indexOf(type))));
		return DailyCounts.of(OTHERS, trend(lastDays), this.node.id()).split(OTHERS, parts, this.node.id());
	}

	private AnalyticsResult<Trend> trend(AnalyticsFilter filter) {
		return this.node.workspace().analytics().eventTrend(TrendMode.DAILY, filter);
	}

	private static List<EventType> mostFrequent(List<Event> events) {
		return events.stream()
			.collect(Collectors.groupingBy(Event::type, Collectors.counting()))
			.entrySet()
			.stream()
			.sorted(Map.Entry.<EventType, Long>comparingByValue()
				.reversed()
				.thenComparing((entry) -> entry.getKey().value()))
			.limit(TYPES)
			.map(Map.Entry::getKey)
			.toList();
	}

}

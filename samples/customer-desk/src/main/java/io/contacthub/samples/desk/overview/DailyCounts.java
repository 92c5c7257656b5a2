package io.contacthub.samples.desk.overview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.contacthub.analytics.AnalyticsFilter;
import io.contacthub.analytics.AnalyticsResult;
import io.contacthub.analytics.Trend;
import io.contacthub.analytics.TrendValue;

/**
 * What was counted on each of the last days.
 *
 * @param days the days as ContactHub calls them, the first one first
 * @param counts the counts of each thing, one for each day
 */
record DailyCounts(List<String> days, Map<String, List<Long>> counts) {

	static final int DAYS = 14;

	static DailyCounts none() {
		return new DailyCounts(List.of(), Map.of());
	}

	/**
	 * Return the period of so many days until some day, and the day after it: in which
	 * zone its days are is for ContactHub to say, so that there it may be tomorrow.
	 */
	static AnalyticsFilter until(LocalDate last, String nodeId) {
		return AnalyticsFilter.ofNodes(nodeId).withStartDate(last.minusDays(DAYS - 1)).withEndDate(last.plusDays(1));
	}

	/**
	 * Return what a trend has, without the day too many: the last one if nothing was
	 * counted there, and else the first one.
	 */
	static DailyCounts of(String name, AnalyticsResult<Trend> trend, String nodeId) {
		Map<String, Long> values = values(trend, nodeId);
		List<String> days = new ArrayList<>(values.keySet());
		if (days.size() > DAYS) {
			int last = days.size() - 1;
			days.remove((values.get(days.get(last)) == 0) ? last : 0);
		}
		return new DailyCounts(days, Map.of(name, days.stream().map(values::get).toList()));
	}

	/**
	 * Return the last day if it is before another one, so that these are no days of late.
	 */
	Optional<LocalDate> lastBefore(LocalDate day) {
		try {
			return this.days.isEmpty() ? Optional.empty()
					: Optional.of(LocalDate.parse(this.days.get(this.days.size() - 1)))
						.filter((last) -> last.isBefore(day));
		}
		catch (DateTimeException ex) {
			// ContactHub does not say how it calls days
			return Optional.empty();
		}
	}

	/**
	 * Return these counts with those of a part of what was counted taken apart.
	 */
	DailyCounts split(String whole, Map<String, AnalyticsResult<Trend>> parts, String nodeId) {
		List<Long> rest = new ArrayList<>(this.counts.get(whole));
		Map<String, List<Long>> split = new LinkedHashMap<>();
		parts.forEach((name, trend) -> {
			Map<String, Long> values = values(trend, nodeId);
			List<Long> part = this.days.stream().map((day) -> values.getOrDefault(day, 0L)).toList();
			for (int day = 0; day < part.size(); day++) {
				rest.set(day, Math.max(0, rest.get(day) - part.get(day)));
			}
			split.put(name, part);
		});
		if (rest.stream().anyMatch((count) -> count > 0)) {
			split.put(whole, rest);
		}
		return new DailyCounts(this.days, split);
	}

	private static Map<String, Long> values(AnalyticsResult<Trend> trend, String nodeId) {
		Map<String, Long> values = new LinkedHashMap<>();
		for (TrendValue value : trend.ofNode(nodeId).map(Trend::values).orElse(List.of())) {
			if (value.time() != null) {
				values.put(value.time(), (value.added() != null) ? value.added().longValue() : 0);
			}
		}
		return values;
	}

}

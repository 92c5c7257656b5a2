package io.contacthub.samples.desk.customer;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.contacthub.event.Event;
import io.contacthub.samples.desk.chart.BarChart;
import io.contacthub.samples.desk.chart.BarChart.Category;
import io.contacthub.samples.desk.chart.BarChart.Series;
import io.contacthub.samples.desk.layout.ReaderDates;

/**
 * The chart that shows on which days there were events, and of which types.
 */
final class EventChart {

	private EventChart() {
	}

	/**
	 * Return the chart of events, the newest of which is on its last day.
	 */
	static BarChart of(List<Event> events, ValueWords words) {
		ReaderDates dates = words.dates();
		LocalDate last = events.isEmpty() ? LocalDate.now(dates.zone()) : dates.dayOf(events.get(0).date());
		LocalDate first = last.minusDays(EventHistory.DAYS - 1);
		List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
		Map<String, Long[]> counts = new LinkedHashMap<>();
		for (Event event : events) {
			String type = (event.type() != null) ? words.labels().eventType(event.type())
					: words.messages().getMessage("customer.event.unknown");
			Long[] ofDays = counts.computeIfAbsent(type,
					(name) -> Collections.nCopies(days.size(), 0L).toArray(Long[]::new));
			ofDays[days.indexOf(dates.dayOf(event.date()))]++;
		}
		DateTimeFormatter shortly = withoutYear(dates.locale());
		return new BarChart("events",
				words.messages().getMessage("customer.chart", new Object[] { dates.day(first), dates.day(last) }),
				words.messages().getMessage("customer.chart.day"),
				days.stream().map((day) -> Category.of(shortly.format(day))).toList(),
				counts.entrySet().stream().map((each) -> new Series(each.getKey(), List.of(each.getValue()))).toList())
			.condensed(words.messages().getMessage("customer.chart.others"));
	}

	private static DateTimeFormatter withoutYear(Locale locale) {
		String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.MEDIUM, null,
				IsoChronology.INSTANCE, locale);
		return DateTimeFormatter.ofPattern(pattern.replaceAll("[^\\p{L}]*y+[^\\p{L}]*", ""), locale);
	}

}

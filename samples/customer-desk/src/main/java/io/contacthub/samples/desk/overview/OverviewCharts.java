package io.contacthub.samples.desk.overview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.contacthub.event.EventType;
import io.contacthub.samples.desk.chart.BarChart;
import io.contacthub.samples.desk.chart.BarChart.Category;
import io.contacthub.samples.desk.chart.BarChart.Series;
import io.contacthub.samples.desk.find.CustomerFilter;
import io.contacthub.samples.desk.layout.Labels;
import io.contacthub.samples.desk.layout.ReaderDates;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * The charts of the overview, in the words of the reader.
 */
final class OverviewCharts {

	private final MessageSourceAccessor words;

	private final Labels labels;

	private final ReaderDates dates;

	OverviewCharts(MessageSourceAccessor words, Labels labels, ReaderDates dates) {
		this.words = words;
		this.labels = labels;
		this.dates = dates;
	}

	DayChart events(DailyCounts counts) {
		return new DayChart(period(counts),
				byDay("events", this.words.getMessage("overview.events"), counts,
						counts.counts()
							.entrySet()
							.stream()
							.map((entry) -> new Series(eventType(entry.getKey()), entry.getValue()))
							.filter((series) -> series.total() > 0)
							.toList()));
	}

	private String period(DailyCounts counts) {
		return counts.lastBefore(LocalDate.now(ZoneOffset.UTC).minusDays(DailyCounts.DAYS - 1))
			.map((last) -> this.words.getMessage("overview.events.past", new Object[] { this.dates.day(last) }))
			.orElseGet(() -> this.words.getMessage("overview.events.recent"));
	}

	private String eventType(String name) {
		return name.equals(EventFigures.OTHERS) ? this.words.getMessage("overview.events.others")
				: this.labels.eventType(EventType.of(name));
	}

	DayChart growth(DailyCounts counts) {
		return new DayChart(null,
				byDay("growth", this.words.getMessage("overview.growth"), counts,
						counts.counts()
							.values()
							.stream()
							.map((values) -> new Series(this.words.getMessage("overview.growth.series"), values))
							.toList()));
	}

	private BarChart byDay(String id, String title, DailyCounts counts, List<Series> series) {
		return new BarChart(id + "-chart", title, this.words.getMessage("overview.day"),
				counts.days().stream().map((day) -> Category.of(day(day))).toList(), series);
	}

	/**
	 * Return a day as the reader writes it, if it is called as days are: ContactHub does
	 * not say so.
	 */
	private String day(String name) {
		try {
			return DateTimeFormatter.ofPattern(this.words.getMessage("overview.day.pattern"), this.dates.locale())
				.format(LocalDate.parse(name));
		}
		catch (DateTimeException ex) {
			return name;
		}
	}

	BarChart tags(List<Share> shares) {
		return shares("tags", "tag", this.words.getMessage("overview.tags"),
				this.words.getMessage("overview.tags.heading"), shares);
	}

	BarChart cities(List<Share> shares) {
		return shares("cities", "city", this.words.getMessage("overview.cities"),
				this.words.getMessage("overview.cities.heading"), shares);
	}

	private BarChart shares(String id, String parameter, String title, String heading, List<Share> shares) {
		return new BarChart(id + "-chart", title, heading,
				shares.stream()
					.map((share) -> new Category(share.name(),
							CustomerFilter.of(parameter, share.name()).address("/customers")))
					.toList(),
				List.of(new Series(heading, shares.stream().map(Share::count).toList())));
	}

}

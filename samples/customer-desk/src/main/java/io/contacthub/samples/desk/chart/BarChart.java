package io.contacthub.samples.desk.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chart of counts, which {@code chart/bars.html} draws as columns or as rows, always
 * with its numbers in words.
 *
 * @param id the HTML id of the chart, one for each chart of a page
 * @param title what is counted
 * @param heading what the categories are, the head of their column in the table
 * @param categories what is counted apart, in the order in which it is shown
 * @param series the counts, those of one thing in one series
 */
public record BarChart(String id, String title, String heading, List<Category> categories, List<Series> series) {

	/**
	 * As many colours as the style sheet has.
	 */
	public static final int COLOURS = 6;

	public BarChart {
		categories = List.copyOf(categories);
		series = List.copyOf(series);
		for (Series each : series) {
			if (each.values().size() != categories.size()) {
				throw new IllegalArgumentException(
						each.values().size() + " values for " + categories.size() + " categories");
			}
		}
	}

	public boolean isEmpty() {
		return total() == 0;
	}

	public long total() {
		return this.series.stream().mapToLong(Series::total).sum();
	}

	public long total(int category) {
		return this.series.stream().mapToLong((each) -> each.values().get(category)).sum();
	}

	/**
	 * Return the category that has the most, of several the first.
	 */
	public int highest() {
		return IntStream.range(0, this.categories.size())
			.boxed()
			.max(Comparator.<Integer>comparingLong(this::total).thenComparing(Comparator.reverseOrder()))
			.orElseThrow();
	}

	/**
	 * Return the chart with its largest series first, and with no more series than there
	 * are colours: those that are left over become one.
	 */
	public BarChart condensed(String others) {
		List<Series> sorted = new ArrayList<>(this.series);
		sorted.sort(Comparator.comparingLong(Series::total).reversed());
		if (sorted.size() > COLOURS) {
			List<Series> rest = sorted.subList(COLOURS - 1, sorted.size());
			Series sum = sum(others, rest);
			rest.clear();
			sorted.add(sum);
		}
		return new BarChart(this.id, this.title, this.heading, this.categories, sorted);
	}

	public ColumnDrawing columns() {
		return ColumnDrawing.of(this);
	}

	/**
	 * Return the length of the row of a category, in percent of the longest.
	 */
	public String share(int category) {
		return Percent.of(total(category), Math.max(1, total(highest())));
	}

	private Series sum(String name, List<Series> parts) {
		return new Series(name,
				IntStream.range(0, this.categories.size())
					.mapToObj((index) -> parts.stream().mapToLong((part) -> part.values().get(index)).sum())
					.toList());
	}

	/**
	 * Something that is counted apart.
	 *
	 * @param label how it is called
	 * @param address the page that shows what was counted, {@code null} when there is
	 * none
	 */
	public record Category(String label, String address) {

		public static Category of(String label) {
			return new Category(label, null);
		}

	}

	/**
	 * The counts of one thing.
	 *
	 * @param name how it is called
	 * @param values a count for each category
	 */
	public record Series(String name, List<Long> values) {

		public Series {
			values = List.copyOf(values);
		}

		public long total() {
			return this.values.stream().mapToLong(Long::longValue).sum();
		}

	}

}

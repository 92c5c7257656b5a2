package io.contacthub.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What was found in several rounds, one number for each.
 *
 * @param values the numbers, the least first
 */
public record Samples(List<Double> values) {

	/**
	 * Sort the numbers.
	 */
	public Samples {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("Nothing was measured");
		}
		values = values.stream().sorted().toList();
	}

	/**
	 * Return the median.
	 * @return the number in the middle, or the mean of both
	 */
	public double median() {
		int middle = this.values.size() / 2;
		return (this.values.size() % 2 == 1) ? this.values.get(middle)
				: (this.values.get(middle - 1) + this.values.get(middle)) / 2;
	}

	/**
	 * Return the median with the least and the greatest number behind it.
	 * @return three numbers with so many digits as tell something
	 */
	public String text() {
		return number(median()) + " (" + number(this.values.get(0)) + " to "
				+ number(this.values.get(this.values.size() - 1)) + ")";
	}

	/**
	 * Return how often the median of others goes into this one.
	 * @param others what is compared with
	 * @return a number with two decimals, nothing when the others are too small to tell
	 */
	public String ratio(Samples others) {
		return (others.median() == 0) ? "" : String.format(Locale.ROOT, "%.2f", median() / others.median());
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, (value < 9.95) ? "%.2f" : (value < 99.5) ? "%.1f" : "%.0f", value);
	}

}

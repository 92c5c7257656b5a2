package io.contacthub.benchmarks.emulator;

import java.util.Arrays;
import java.util.Locale;

/**
 * What several rounds of a measurement took, each by the median of its requests.
 */
final class Times {

	private final double[] microseconds;

	/**
	 * Create from what each round took.
	 * @param microseconds the medians of the rounds
	 */
	Times(double[] microseconds) {
		this.microseconds = microseconds.clone();
		Arrays.sort(this.microseconds);
	}

	static double median(long[] nanoseconds) {
		long[] sorted = nanoseconds.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2] / 1000.0;
	}

	double median() {
		return this.microseconds[this.microseconds.length / 2];
	}

	/**
	 * Return the median with the quickest and the slowest round.
	 */
	String text() {
		return String.format(Locale.ROOT, "%.3f ms (%.3f to %.3f)", median() / 1000, this.microseconds[0] / 1000,
				this.microseconds[this.microseconds.length - 1] / 1000);
	}

	/**
	 * Return how often another measurement goes into this one.
	 */
	String ratio(Times other) {
		return String.format(Locale.ROOT, "%.2f", median() / other.median());
	}

}

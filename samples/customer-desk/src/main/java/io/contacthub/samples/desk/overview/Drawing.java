package io.contacthub.samples.desk.overview;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What was loaded for a panel, before it has words: these belong to the thread of the
 * reader.
 */
interface Drawing extends Function<OverviewCharts, Object> {

	static Drawing of(Object content) {
		return (charts) -> content;
	}

	/**
	 * Return whether nothing is missing that may be there the next time.
	 */
	default boolean isWhole() {
		return true;
	}

	static <T> Drawing of(T content, BiFunction<OverviewCharts, T, Object> chart) {
		return (charts) -> chart.apply(charts, content);
	}

}

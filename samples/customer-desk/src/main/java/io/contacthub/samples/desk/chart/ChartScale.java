package io.contacthub.samples.desk.chart;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A scale from zero with few lines at round numbers.
 *
 * @param step the distance of two lines
 * @param top the highest line
 */
record ChartScale(long step, long top) {

	private static final int LINES = 4;

	static ChartScale upTo(long highest) {
		long distance = 1;
		// 1, 2, 5, 10, 20, 50 …
		for (int round = 0; distance * LINES < highest; round++) {
			distance = (round % 3 == 1) ? distance / 2 * 5 : distance * 2;
		}
		return new ChartScale(distance, distance * Math.max(1, (highest + distance - 1) / distance));
	}

	List<Long> lines() {
		return LongStream.rangeClosed(0, this.top / this.step).mapToObj((line) -> line * this.step).toList();
	}

}

package io.contacthub.emulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Periods of a trend, in their order and without gaps. The first and the last one are
 * shorter where the days that are asked for begin or end within them.
 */
final class TimeBuckets {

	private static final int MOST = 10_000;

	private final List<AnalyticsPeriod> periods = new ArrayList<>();

	private final TimeStep step;

	/**
	 * Create the periods from one day to another, none if that is before it.
	 */
	TimeBuckets(LocalDate first, LocalDate last, TimeStep step, ZoneId zone) {
		this.step = step;
		for (LocalDate day = first; !day.isAfter(last); day = step.next(day)) {
			if (this.periods.size() == MOST) {
				throw RequestRejectedException
					.badRequest("There are more than " + MOST + " periods from " + first + " to " + last);
			}
			LocalDate end = step.next(day).minusDays(1);
			this.periods.add(new AnalyticsPeriod(day, end.isAfter(last) ? last : end, zone));
		}
	}

	int size() {
		return this.periods.size();
	}

	String label(int index) {
		LocalDate first = this.periods.get(index).first();
		return (first != null) ? this.step.label(first) : "";
	}

	/**
	 * Return the period of a moment, -1 if it is before all of them, and their number if
	 * it is after.
	 */
	int indexOf(long moment) {
		int low = 0;
		int high = this.periods.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (moment < this.periods.get(middle).until()) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return (low < this.periods.size() && moment < this.periods.get(low).from()) ? -1 : low;
	}

}

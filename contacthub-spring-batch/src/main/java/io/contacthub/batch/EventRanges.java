package io.contacthub.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

import io.contacthub.event.EventFilter;

/**
 * Ranges of the date with about as many events each, found by halving.
 */
final class EventRanges {

	/** One part of so many may be missed by a bound. */
	private static final int TOLERANCE = 20;

	private EventRanges() {
	}

	/**
	 * Return from when on the events of a filter are read.
	 */
	static Instant from(EventFilter filter) {
		Instant from = filter.from();
		return (from != null) ? from : Instant.ofEpochMilli(1);
	}

	/**
	 * Return before when they are read.
	 */
	static Instant until(EventFilter filter) {
		Instant to = filter.to();
		return (to != null) ? to : Instant.now();
	}

	/**
	 * Divide a filter.
	 * @param filter the filter
	 * @param parts how many parts there shall be
	 * @param countBefore counts the events of the filter before a time
	 * @return filters for ranges that follow each other, at least one
	 */
	static List<EventFilter> divide(EventFilter filter, int parts, LongUnaryOperator countBefore) {
		long from = from(filter).toEpochMilli();
		long until = until(filter).toEpochMilli();
		List<EventFilter> ranges = new ArrayList<>();
		long start = from;
		for (long bound : bounds(from, until, parts, countBefore)) {
			ranges.add(range(filter, start, bound));
			start = bound;
		}
		ranges.add(range(filter, start, until));
		return ranges;
	}

	private static EventFilter range(EventFilter filter, long from, long until) {
		return new EventFilter(filter.customerId(), filter.types(), filter.contexts(), filter.mode(),
				Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
	}

	private static List<Long> bounds(long from, long until, int parts, LongUnaryOperator countBefore) {
		List<Long> bounds = new ArrayList<>();
		long total = (parts > 1 && until > from) ? countBefore.applyAsLong(until) : 0;
		TreeMap<Long, Long> known = new TreeMap<>();
		known.put(from, 0L);
		known.put(until, total);
		long last = from;
		for (int part = 1; part < parts && total > 0; part++) {
			long bound = bound(known, total * part / parts, total / parts / TOLERANCE, countBefore);
			if (bound > last && bound < until) {
				bounds.add(bound);
				last = bound;
			}
		}
		return bounds;
	}

	/**
	 * Find a time before which about as many events happened as are wanted.
	 */
	private static long bound(TreeMap<Long, Long> known, long wanted, long tolerance, LongUnaryOperator countBefore) {
		long low = known.firstKey();
		long high = known.lastKey();
		for (long time : known.keySet()) {
			if (known.getOrDefault(time, 0L) > wanted) {
				high = time;
				break;
			}
			low = time;
		}
		long bound = low;
		while (high - low > 1 && Math.abs(known.getOrDefault(bound, 0L) - wanted) > tolerance) {
			bound = low + (high - low) / 2;
			long count = countBefore.applyAsLong(bound);
			known.put(bound, count);
			if (count > wanted) {
				high = bound;
			}
			else {
				low = bound;
			}
		}
		return bound;
	}

}

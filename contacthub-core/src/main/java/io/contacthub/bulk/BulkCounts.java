package io.contacthub.bulk;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;

import io.contacthub.bulk.BulkOutcome.Kind;

/**
 * The numbers of a run, which any thread may look at.
 */
final class BulkCounts {

	private static final Kind[] KINDS = Kind.values();

	private final AtomicLongArray outcomes = new AtomicLongArray(KINDS.length);

	private volatile long taken;

	private volatile long begin;

	private volatile boolean begun;

	private volatile long end;

	private volatile boolean ended;

	/**
	 * Let the time begin, unless it has.
	 */
	void begin() {
		if (!this.begun) {
			this.begin = System.nanoTime();
			this.begun = true;
		}
	}

	/**
	 * Let the time end, unless it has.
	 */
	void end() {
		if (!this.ended) {
			begin();
			this.end = System.nanoTime();
			this.ended = true;
		}
	}

	/**
	 * Count an item, which the one thread does that asks for outcomes.
	 * @return its position
	 */
	long take() {
		long position = this.taken;
		this.taken = position + 1;
		return position;
	}

	long taken() {
		return this.taken;
	}

	void decided(Kind kind) {
		this.outcomes.incrementAndGet(kind.ordinal());
	}

	BulkProgress progress(OptionalLong total, boolean paused) {
		Map<Kind, Long> numbers = new EnumMap<>(Kind.class);
		long done = 0;
		for (Kind kind : KINDS) {
			long number = this.outcomes.get(kind.ordinal());
			if (number > 0) {
				numbers.put(kind, number);
			}
			done += (kind != Kind.NOT_DONE) ? number : 0;
		}
		return new BulkProgress(this.taken, done, total, elapsed(), paused, numbers);
	}

	private Duration elapsed() {
		if (!this.begun) {
			return Duration.ZERO;
		}
		return Duration.ofNanos((this.ended ? this.end : System.nanoTime()) - this.begin);
	}

}

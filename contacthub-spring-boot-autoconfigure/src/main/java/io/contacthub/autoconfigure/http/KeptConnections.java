package io.contacthub.autoconfigure.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is known of how a server treats connections that are kept. One that closes them
 * without a word after some requests does so again, and at times only when the next
 * request is on its way: for a while, a connection is used for no more requests than the
 * one that did not last.
 */
final class KeptConnections {

	private static final long MEMORY = Duration.ofSeconds(10).toNanos();

	private static final Duration GRACE = Duration.ofMillis(20);

	private static final long REST = Duration.ofMillis(100).toNanos();

	private static final int ENOUGH = 8;

	private final LongSupplier nanoTime;

	private volatile Limit limit;

	private volatile int proved;

	KeptConnections() {
		this(System::nanoTime);
	}

	/**
	 * Create it, knowing nothing yet.
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 */
	KeptConnections(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.limit = new Limit(Integer.MAX_VALUE, now());
	}

	/**
	 * Return the time, to be noted of an answer.
	 */
	long now() {
		return this.nanoTime.getAsLong();
	}

	/**
	 * Note that a connection could not be used again. One that rested for a while was
	 * closed for that, which says nothing of how often it may be used.
	 * @param answers how many answers came on it
	 * @param answered when the last of them came
	 */
	void gaveOut(int answers, long answered) {
		if (now() - answered > REST) {
			return;
		}
		// fewer answers than that have not become doubtful
		this.proved = Math.min(this.proved, Math.max(0, answers - 1));
		Limit present = this.limit;
		if (hasPassed(present) || answers <= present.answers) {
			this.limit = new Limit(answers, now());
		}
	}

	/**
	 * Note that a connection was used again.
	 * @param answers how many answers came on it before
	 */
	void lasted(int answers) {
		if (answers > this.proved) {
			this.proved = answers;
		}
	}

	/**
	 * Return how much longer the server is given to close a connection: a moment after
	 * its answer, as long as none was used that often, and then none at all.
	 * @param answers how many answers came on it
	 * @param answered when the last of them came
	 */
	Duration grace(int answers, long answered) {
		if (this.proved >= Math.min(answers, ENOUGH)) {
			return Duration.ZERO;
		}
		Duration left = GRACE.minusNanos(now() - answered);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Return whether a connection may be used for one more request.
	 * @param answers how many answers came on it
	 */
	boolean last(int answers) {
		Limit present = this.limit;
		return answers < present.answers || hasPassed(present);
	}

	private boolean hasPassed(Limit limit) {
		return now() - limit.since > MEMORY;
	}

	/**
	 * The fewest answers that a connection gave out after.
	 *
	 * @param answers their number
	 * @param since when that was noticed
	 */
	private record Limit(int answers, long since) {

	}

}

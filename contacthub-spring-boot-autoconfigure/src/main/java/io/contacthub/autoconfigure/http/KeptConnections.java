package io.contacthub.autoconfigure.http;

import java.time.Duration;

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

	private volatile Limit limit = new Limit(Integer.MAX_VALUE, System.nanoTime());

	private volatile int proved;

	/**
	 * A connection could not be used again. One that rested for a while was closed for
	 * that, which says nothing of how often it may be used.
	 * @param answers how many answers came on it
	 * @param answered when the last of them came
	 */
	void gaveOut(int answers, long answered) {
		if (System.nanoTime() - answered > REST) {
			return;
		}
		// fewer answers than that have not become doubtful
		this.proved = Math.min(this.proved, Math.max(0, answers - 1));
		Limit present = this.limit;
		if (present.hasPassed() || answers <= present.answers) {
			this.limit = new Limit(answers, System.nanoTime());
		}
	}

	/**
	 * A connection was used again.
	 * @param answers how many answers came on it before
	 */
	void lasted(int answers) {
		if (answers > this.proved) {
			this.proved = answers;
		}
	}

	/**
	 * How much longer the server is given to close a connection: a moment after its
	 * answer, as long as none was used that often, and then none at all.
	 * @param answers how many answers came on it
	 * @param answered when the last of them came
	 */
	Duration grace(int answers, long answered) {
		if (this.proved >= Math.min(answers, ENOUGH)) {
			return Duration.ZERO;
		}
		Duration left = GRACE.minusNanos(System.nanoTime() - answered);
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Whether a connection may be used for one more request.
	 * @param answers how many answers came on it
	 */
	boolean last(int answers) {
		Limit present = this.limit;
		return answers < present.answers || present.hasPassed();
	}

	/**
	 * The fewest answers that a connection gave out after.
	 *
	 * @param answers their number
	 * @param since when that was noticed
	 */
	private record Limit(int answers, long since) {

		boolean hasPassed() {
			return System.nanoTime() - this.since > MEMORY;
		}

	}

}

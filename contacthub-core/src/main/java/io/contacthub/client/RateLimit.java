package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limit that lets no more than a number of requests begin within any second, those of all
 * threads together.
 */
final class RateLimit {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final int GREATEST = 100_000;

	/**
	 * When the last requests began or will begin, one for each that a second may have.
	 */
	private final long[] turns;

	private final LongSupplier nanoTime;

	private final Sleeper sleeper;

	private int next;

	RateLimit(int requestsPerSecond) {
		this(requestsPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
	}

	/**
	 * Create a limit.
	 * @param requestsPerSecond the number of requests
	 * @param nanoTime the clock, as {@link System#nanoTime()}
	 * @param sleeper waits for a turn
	 */
	RateLimit(int requestsPerSecond, LongSupplier nanoTime, Sleeper sleeper) {
		if (requestsPerSecond < 1 || requestsPerSecond > GREATEST) {
			throw new IllegalSettingException("maxRequestsPerSecond", requestsPerSecond,
					"it must be from 1 to " + GREATEST + ", or 0 for no limit");
		}
		this.turns = new long[requestsPerSecond];
		this.nanoTime = nanoTime;
		this.sleeper = sleeper;
		long free = nanoTime.getAsLong() - SECOND;
		for (int i = 0; i < requestsPerSecond; i++) {
			this.turns[i] = free;
		}
	}

	/**
	 * Wait for a turn.
	 * @param longest how long to wait at most
	 * @throws RequestFailure when there is none in time, which is known at once, or when
	 * the thread is interrupted, which it stays
	 */
	void await(Duration longest) {
		long wait = reserve(longest.toNanos());
		if (wait > 0) {
			try {
				this.sleeper.sleep(wait);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw RequestFailure.unsent("the thread was interrupted while the request waited for its turn");
			}
		}
	}

	private synchronized long reserve(long longest) {
		long now = this.nanoTime.getAsLong();
		long wait = Math.max(0, this.turns[this.next] + SECOND - now);
		if (wait > longest) {
			throw RequestFailure.unsent("there is no turn in time at " + this.turns.length + " requests per second");
		}
		this.turns[this.next] = now + wait;
		this.next = (this.next + 1) % this.turns.length;
		return wait;
	}

	/**
	 * Strategy to wait.
	 */
	@FunctionalInterface
	interface Sleeper {

		/**
		 * Wait.
		 * @param nanoseconds how long
		 * @throws InterruptedException when the thread is interrupted meanwhile
		 */
		void sleep(long nanoseconds) throws InterruptedException;

	}

}

package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets no more than a number of requests begin within any second, those of all threads
 * together.
 */
final class RateLimit {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final int GREATEST = 100_000;

	/**
	 * When the last requests began or will begin, one for each that a second may have.
	 */
	private final long[] turns;

	private int next;

	RateLimit(int requestsPerSecond) {
		if (requestsPerSecond < 1 || requestsPerSecond > GREATEST) {
			throw new IllegalSettingException("maxRequestsPerSecond", requestsPerSecond,
					"it must be from 1 to " + GREATEST + ", or 0 for no limit");
		}
		this.turns = new long[requestsPerSecond];
		long free = System.nanoTime() - SECOND;
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
				TimeUnit.NANOSECONDS.sleep(wait);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw RequestFailure.unsent("the thread was interrupted while the request waited for its turn");
			}
		}
	}

	private synchronized long reserve(long longest) {
		long now = System.nanoTime();
		long wait = Math.max(0, this.turns[this.next] + SECOND - now);
		if (wait > longest) {
			throw RequestFailure.unsent("there is no turn in time at " + this.turns.length + " requests per second");
		}
		this.turns[this.next] = now + wait;
		this.next = (this.next + 1) % this.turns.length;
		return wait;
	}

}

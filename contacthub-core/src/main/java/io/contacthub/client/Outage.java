package io.contacthub.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What tells the loss of single requests from an outage, and one that is over soon from
 * one that nobody waits for any longer. It looks at failures that are not about an item.
 * For the classes of this library.
 */
public final class Outage {

	private final int workers;

	private final long patience;

	private final SharedPause.PauseClock clock;

	private int failures;

	private long decisions;

	private @Nullable Long since;

	/**
	 * Create what has seen no failure.
	 * @param workers how many items are written at the same time
	 * @param patience the longest time without a decision after a failure
	 * @param clock what that is measured by
	 */
	public Outage(int workers, Duration patience, SharedPause.PauseClock clock) {
		this.workers = workers;
		this.patience = patience.toNanos();
		this.clock = clock;
	}

	/**
	 * Take note of a failure.
	 * @param undecided how many items could have failed
	 * @return whether there were as many in a row as are written at the same time
	 */
	public synchronized boolean failed(int undecided) {
		if (this.since == null) {
			this.since = this.clock.nanoTime();
		}
		return ++this.failures >= Math.min(this.workers, undecided);
	}

	/**
	 * Return whether there is no other item by which an outage could be told from one
	 * that is always lost.
	 * @param undecided how many items could have failed
	 * @return whether that cannot be told
	 */
	public boolean isOfOne(int undecided) {
		return Math.min(this.workers, undecided) <= 1;
	}

	/**
	 * Return whether there are as many items as are written at the same time.
	 * @param undecided how many items could have failed
	 * @return whether there are
	 */
	public boolean isOfAll(int undecided) {
		return undecided >= this.workers;
	}

	/**
	 * Return whether there were more failures in a row than one item can have.
	 * @param failures how many that are
	 * @return whether there were more
	 */
	public synchronized boolean isBeyond(int failures) {
		return this.failures > failures;
	}

	/**
	 * Take note that ContactHub has decided about an item.
	 */
	public synchronized void decided() {
		this.failures = 0;
		this.decisions++;
		this.since = null;
	}

	/**
	 * Return how often ContactHub has decided about an item.
	 * @return the number since the beginning
	 */
	public synchronized long decisions() {
		return this.decisions;
	}

	/**
	 * Return whether nothing was decided for too long.
	 * @return whether the patience is at its end
	 */
	public synchronized boolean isTooLong() {
		return this.since != null && this.clock.nanoTime() - this.since >= this.patience;
	}

}

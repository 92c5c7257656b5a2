package io.contacthub.messaging;

import java.time.Duration;

import io.contacthub.client.PauseLengths;
import io.contacthub.client.PauseSettings;
import io.contacthub.update.Update;

/**
 * Change of a page that is not handled yet.
 */
final class PendingUpdate {

	private final Update update;

	private final HandedPage page;

	private int pauses;

	private int attempts;

	private boolean interrupted;

	private long due;

	PendingUpdate(Update update, HandedPage page) {
		this.update = update;
		this.page = page;
	}

	Update update() {
		return this.update;
	}

	HandedPage page() {
		return this.page;
	}

	/**
	 * Return how often it was rejected.
	 */
	int attempts() {
		return this.attempts;
	}

	void rejected() {
		this.attempts++;
	}

	/**
	 * Take note that its listener was interrupted.
	 * @return whether that was so before
	 */
	boolean interrupted() {
		boolean before = this.interrupted;
		this.interrupted = true;
		return before;
	}

	/**
	 * Have it wait for the next attempt, longer each time.
	 * @return how long, in milliseconds
	 */
	long postpone(PauseSettings settings, long now) {
		Duration pause = new PauseLengths(settings).length(this.pauses);
		this.pauses++;
		this.due = now + pause.toNanos();
		return pause.toMillis();
	}

	/**
	 * Return how long it waits yet, in nanoseconds.
	 */
	long left(long now) {
		return this.due - now;
	}

	/**
	 * Describe it by what is not personal.
	 */
	@Override
	public String toString() {
		return this.update.operation() + " of " + this.update.entity().type() + " " + this.update.entity().id();
	}

}

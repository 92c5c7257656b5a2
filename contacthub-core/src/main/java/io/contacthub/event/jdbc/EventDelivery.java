package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One event in the hands of the dispatcher.
 */
final class EventDelivery implements Runnable {

	private final ClaimedEvent claimed;

	private final long end;

	private final Sending sending;

	private final Consumer<EventAttempt> returned;

	/** One that does not come back would keep its place for ever. */
	private final EventAttempt lost;

	private final AtomicBoolean begun = new AtomicBoolean();

	/**
	 * Create a delivery.
	 * @param claimed the event
	 * @param end when its lease ends, by {@link System#nanoTime()}
	 * @param sending sends it
	 * @param returned is given what has come of it
	 * @param longest how long it waits when nobody knows what has come of it
	 */
	EventDelivery(ClaimedEvent claimed, long end, Sending sending, Consumer<EventAttempt> returned, Duration longest) {
		this.claimed = claimed;
		this.end = end;
		this.sending = sending;
		this.returned = returned;
		this.lost = new EventAttempt(claimed, EventFate.PUT_OFF, null, null, longest);
	}

	/**
	 * Return the id of the event.
	 */
	long id() {
		return this.claimed.id();
	}

	/**
	 * Return whether the lease has ended.
	 */
	boolean isLate(long now) {
		return this.end - now <= 0;
	}

	/**
	 * Take it back, unless it is begun.
	 */
	void takeBack() {
		if (begin()) {
			this.returned.accept(EventAttempt.none(this.claimed));
		}
	}

	private boolean begin() {
		return this.begun.compareAndSet(false, true);
	}

	@Override
	public void run() {
		if (!begin()) {
			return;
		}
		EventAttempt attempt = this.lost;
		try {
			attempt = this.sending.send(this.claimed, this.end);
		}
		catch (Throwable ex) {
			attempt = new EventAttempt(this.claimed, EventFate.PUT_OFF, null, ex, this.lost.pause());
		}
		finally {
			this.returned.accept(attempt);
		}
	}

	/**
	 * What sends an event.
	 */
	@FunctionalInterface
	interface Sending {

		EventAttempt send(ClaimedEvent claimed, long end);

	}

}

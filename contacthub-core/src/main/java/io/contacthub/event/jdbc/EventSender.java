package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.contacthub.client.Outage;
import io.contacthub.client.PauseLengths;
import io.contacthub.client.SharedPause;
import io.contacthub.client.TracingId;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import io.contacthub.event.EventRepository;
import io.contacthub.event.IllegalEventException;
import io.contacthub.json.ContactHubJson;
import org.jspecify.annotations.Nullable;

/**
 * Sender of events: it makes one attempt for an event, and knows whether all must pause.
 */
final class EventSender {

	private static final Duration ENDLESS = Duration.ofDays(365);

	private final EventRepository events;

	private final int concurrency;

	private final long lease;

	private final PauseLengths lengths;

	private final SharedPause pause;

	private final Outage outage;

	EventSender(EventRepository events, JdbcEventPublisherSettings settings) {
		this.events = events;
		this.concurrency = settings.concurrency();
		this.lease = settings.lease().toNanos();
		this.lengths = new PauseLengths(settings.retry());
		this.pause = new SharedPause(settings.retry(), SharedPause.PauseClock.SYSTEM);
		this.outage = new Outage(settings.concurrency(), ENDLESS, SharedPause.PauseClock.SYSTEM);
	}

	/**
	 * Return the pause that all make together.
	 */
	SharedPause pause() {
		return this.pause;
	}

	/**
	 * Try to send an event, once all pauses are over.
	 * @param claimed the event
	 * @param end when its lease ends, by {@link System#nanoTime()}
	 * @param stopped whether no more events are sent
	 * @return what has come of it
	 */
	EventAttempt send(ClaimedEvent claimed, long end, BooleanSupplier stopped) {
		Event event = null;
		int turn = 0;
		try {
			turn = this.pause.await(stopped);
			// a call takes half of the lease at most: one that begins later could be
			// made while somebody else sends the event
			if (stopped.getAsBoolean() || end - System.nanoTime() < this.lease / 2) {
				return EventAttempt.none(claimed);
			}
			event = read(claimed);
			add(event, claimed.tracingId());
			this.outage.decided();
			this.pause.succeeded(turn);
			return new EventAttempt(claimed, EventFate.SENT, event, null, Duration.ZERO);
		}
		catch (InterruptedException ex) {
			return EventAttempt.none(claimed);
		}
		catch (Throwable ex) {
			return failed(claimed, event, ex, turn);
		}
	}

	private static Event read(ClaimedEvent claimed) {
		Event event;
		try {
			event = ContactHubJson.mapper().readValue(claimed.document(), Event.class);
		}
		catch (RuntimeException ex) {
			// its message would tell what is in the document
			throw new IllegalEventException(
					"The document in the table is not one of an event: " + ex.getClass().getSimpleName(), null);
		}
		if (event == null) {
			throw new IllegalEventException("The document in the table is not one of an event: null", null);
		}
		return event;
	}

	private void add(Event event, @Nullable String tracingId) {
		if (tracingId == null) {
			this.events.add(event);
		}
		else {
			TracingId.run(tracingId, () -> this.events.add(event));
		}
	}

	private EventAttempt failed(ClaimedEvent claimed, @Nullable Event event, Throwable failure, int turn) {
		EventFate fate = EventFate.of(failure);
		ContactHubFailure known = ContactHubFailure.in(failure).orElse(null);
		Duration asked = PauseLengths.asked(failure);
		if (fate == EventFate.REFUSED) {
			if (known != null) {
				this.outage.decided();
				this.pause.succeeded(turn);
			}
		}
		else if (this.outage.failed(this.concurrency) || fate == EventFate.PUT_OFF_WITH_ALL) {
			this.pause.begin(turn, asked);
		}
		return new EventAttempt(claimed, fate, event, failure, this.lengths.length(claimed.attempts(), asked));
	}

}

package io.contacthub.event;

import org.jspecify.annotations.Nullable;

/**
 * Listener that is told of events that an {@link EventPublisher} could not send, by a
 * {@link DurableEventPublisher} once they are among its refused events.
 */
@FunctionalInterface
public interface EventPublisherListener {

	/**
	 * Tell that an event was not sent, or may not have been: after a time-out nobody
	 * knows. What this method throws is logged.
	 * @param event the event
	 * @param failure why, an {@code Error} too; {@code null} when it was dropped because
	 * the queue was full, or because there was no time left at the end to try it
	 */
	void notSent(Event event, @Nullable Throwable failure);

}

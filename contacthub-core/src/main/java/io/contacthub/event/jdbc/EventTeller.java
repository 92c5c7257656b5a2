package io.contacthub.event.jdbc;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisherListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Teller of the events that were refused, on a thread of its own: a listener may take its
 * time, and use the publisher.
 */
final class EventTeller {

	private static final Log logger = LogFactory.getLog(JdbcEventPublisher.class);

	private final BackgroundExecutor thread = BackgroundExecutor.pooled("contacthub-events-listener-", 1,
			(task) -> task);

	private final String publisher;

	private final @Nullable EventPublisherListener listener;

	/**
	 * Create a teller.
	 * @param publisher the name of the publisher, for the log
	 * @param listener is told, or {@code null} to have the events logged by their type
	 * and a summary of the failure
	 */
	EventTeller(String publisher, @Nullable EventPublisherListener listener) {
		this.publisher = publisher;
		this.listener = listener;
	}

	/**
	 * Tell of an event, soon.
	 * @param before is run first, on the same thread
	 */
	void tell(EventAttempt attempt, Runnable before) {
		this.thread.execute(() -> {
			before.run();
			tell(attempt);
		});
	}

	private void tell(EventAttempt attempt) {
		Event event = attempt.event();
		if (event == null || this.listener == null) {
			logger.warn("An event" + ((event != null) ? " of type '" + event.type() + "'" : "")
					+ " was refused, and is kept among the refused events of the publisher '" + this.publisher + "': "
					+ attempt.reason());
			return;
		}
		try {
			this.listener.notSent(event, attempt.failure());
		}
		catch (Throwable ex) {
			logger.warn("The listener failed", ex);
		}
	}

	/**
	 * Tell of nothing more.
	 * @param ended is run once all were told
	 */
	void end(Runnable ended) {
		this.thread.execute(() -> {
			ended.run();
			this.thread.shutdown();
		});
	}

}

package io.contacthub.event;

import io.contacthub.client.IllegalDocumentException;
import io.contacthub.error.ContactHubFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

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

	/**
	 * Say in one line for a log why an event was not sent. There is no personal value in
	 * it: what ContactHub has said is left out, as in
	 * {@link ContactHubFailure#summary(Throwable)}, and what is wrong with an event is
	 * told by the names of its properties. <pre class="code">{@code
	 * EventPublisherListener listener = (event, failure) -> log.warn("{} not sent: {}", event.type(),
	 *         EventPublisherListener.summary(failure));
	 * }</pre>
	 * @param failure what the listener was told
	 * @return one line
	 */
	static String summary(@Nullable Throwable failure) {
		if (failure == null) {
			return "the queue was full, or no time was left at the end";
		}
		if (failure instanceof IllegalEventException || failure instanceof IllegalDocumentException) {
			String message = failure.getMessage();
			if (StringUtils.hasText(message)) {
				return message;
			}
		}
		return ContactHubFailure.summary(failure);
	}

}

package io.contacthub.event;

import java.time.Instant;

import io.contacthub.json.ContactHubJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Event that ContactHub will not take.
 *
 * @param id the id in the store, for {@link RefusedEvents}; not that of ContactHub
 * @param document the event in JSON as it was accepted
 * @param acceptedAt when it was accepted
 * @param refusedAt when it was refused
 * @param attempts how often it was sent
 * @param status the status of the last answer, {@code null} when there was none
 * @param reason why it was refused, as {@link EventPublisherListener#summary} says it, or
 * the beginning of that
 */
public record RefusedEvent(long id, String document, Instant acceptedAt, Instant refusedAt, int attempts,
		@Nullable Integer status, String reason) {

	/**
	 * Read the event.
	 * @return the event as it was accepted
	 * @throws IllegalArgumentException when the document is none of an event, which may
	 * be the reason why it was refused
	 */
	public Event event() {
		Event event;
		try {
			event = ContactHubJson.mapper().readValue(this.document, Event.class);
		}
		catch (JacksonException ex) {
			// its message would tell what is in the document
			throw unreadable(ex.getClass().getSimpleName());
		}
		if (event == null) {
			throw unreadable("it is null");
		}
		return event;
	}

	private IllegalArgumentException unreadable(String reason) {
		return new IllegalArgumentException(
				"The document of the refused event " + this.id + " is not one of an event: " + reason);
	}

	/**
	 * Return what this is about, without what is in the document.
	 */
	@Override
	public String toString() {
		return "RefusedEvent[id=" + this.id + ", acceptedAt=" + this.acceptedAt + ", refusedAt=" + this.refusedAt
				+ ", attempts=" + this.attempts + ", status=" + this.status + ", reason=" + this.reason + "]";
	}

}

package io.contacthub.event.properties;

import java.time.Instant;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The customer took part in an event. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#EVENT_PARTICIPATED}.
 *
 * @param eventId the id of the event
 * @param eventName the name of the event
 * @param eventType the type of the event
 * @param eventDate when it takes place
 * @param eventLocation where it takes place
 * @param checkIn when the customer came
 * @param checkOut when the customer left
 * @param host who received the customer
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record EventParticipated(@Nullable String eventId, @Nullable String eventName, @Nullable String eventType,
		@Nullable Instant eventDate, EventLocation eventLocation, @Nullable Instant checkIn, @Nullable Instant checkOut,
		EventHost host, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements MeetingProperties, EventParticipatedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventParticipated {
		eventLocation = Members.object(eventLocation, EventLocation.class);
		host = Members.object(host, EventHost.class);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventParticipatedBuilder builder() {
		return new EventParticipatedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.properties;

import java.time.Instant;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The customer did not come to an event. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#EVENT_NO_SHOW}.
 *
 * @param eventId the id of the event
 * @param eventName the name of the event
 * @param eventType the type of the event
 * @param eventDate when it takes place
 * @param eventLocation where it takes place
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record EventNoShow(@Nullable String eventId, @Nullable String eventName, @Nullable String eventType,
		@Nullable Instant eventDate, EventLocation eventLocation, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements MeetingProperties, EventNoShowBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventNoShow {
		eventLocation = Members.object(eventLocation, EventLocation.class);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventNoShowBuilder builder() {
		return new EventNoShowBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.properties;

import java.time.Instant;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an event about a meeting, which ContactHub calls an event too: what
 * the types of events about meetings have in common.
 */
public interface MeetingProperties extends EventProperties {

	/**
	 * Return the id of the event.
	 * @return the id of the event, {@code null} when absent
	 */
	@Nullable String eventId();

	/**
	 * Return the name of the event.
	 * @return the name of the event, {@code null} when absent
	 */
	@Nullable String eventName();

	/**
	 * Return the type of the event.
	 * @return the type of the event, {@code null} when absent
	 */
	@Nullable String eventType();

	/**
	 * Return when it takes place.
	 * @return when it takes place, {@code null} when absent
	 */
	@Nullable Instant eventDate();

	/**
	 * Return where it takes place.
	 * @return where it takes place, empty when absent
	 */
	EventLocation eventLocation();

	/**
	 * Return further properties, of any name.
	 * @return further properties, of any name, empty when absent
	 */
	JsonObject extraProperties();

	/**
	 * Return properties that the workspace defines.
	 * @return properties that the workspace defines, empty when absent
	 */
	JsonObject extended();

}

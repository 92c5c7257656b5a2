package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The customer did something else. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#GENERIC_ACTIVE_EVENT}.
 *
 * @param name the name
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record GenericActiveEvent(@Nullable String name, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, GenericActiveEventBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GenericActiveEvent {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GenericActiveEventBuilder builder() {
		return new GenericActiveEventBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

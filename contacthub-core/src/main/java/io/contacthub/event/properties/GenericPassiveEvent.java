package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Something else was done to the customer. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#GENERIC_PASSIVE_EVENT}.
 *
 * @param name the name
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record GenericPassiveEvent(@Nullable String name, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, GenericPassiveEventBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GenericPassiveEvent {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GenericPassiveEventBuilder builder() {
		return new GenericPassiveEventBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.configuration;

import io.contacthub.event.EventMode;
import io.contacthub.event.EventType;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A type of events, and whether the workspace takes it.
 *
 * @param id the id; set by ContactHub
 * @param type the type; set by ContactHub
 * @param mode the side that acts; set by ContactHub
 * @param label the name that ContactHub shows; set by ContactHub
 * @param description the description; set by ContactHub
 * @param propertiesSchema the JSON Schema of the properties; set by ContactHub
 * @param enabled whether the workspace takes events of the type
 * @param unknown the members that this library does not know
 */
public record EventConfiguration(@Nullable String id, @Nullable EventType type, @Nullable EventMode mode,
		@Nullable String label, @Nullable String description, JsonObject propertiesSchema, @Nullable Boolean enabled,
		JsonObject unknown) implements ApiObject, EventConfigurationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventConfiguration {
		propertiesSchema = Members.properties(propertiesSchema);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventConfigurationBuilder builder() {
		return new EventConfigurationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

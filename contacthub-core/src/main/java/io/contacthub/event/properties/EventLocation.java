package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Place of an event.
 *
 * @param type the type
 * @param id the id
 * @param name the name
 * @param address the postal address
 * @param unknown the members that this library does not know
 */
public record EventLocation(@Nullable LocationType type, @Nullable String id, @Nullable String name,
		EventAddress address, JsonObject unknown) implements ApiObject, EventLocationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventLocation {
		address = Members.object(address, EventAddress.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventLocationBuilder builder() {
		return new EventLocationBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

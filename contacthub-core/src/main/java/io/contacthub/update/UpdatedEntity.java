package io.contacthub.update;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What an update was made to.
 *
 * @param type its kind
 * @param data its members, as many as ContactHub tells
 * @param unknown the members that this library does not know
 */
public record UpdatedEntity(@Nullable EntityType type, JsonObject data,
		JsonObject unknown) implements ApiObject, UpdatedEntityBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public UpdatedEntity {
		data = Members.properties(data);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static UpdatedEntityBuilder builder() {
		return new UpdatedEntityBuilder();
	}

	/**
	 * Return the id of the customer or the event.
	 * @return the id in its data, or {@code null} when there is none
	 */
	public @Nullable String id() {
		return (this.data.get("id") instanceof String id) ? id : null;
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

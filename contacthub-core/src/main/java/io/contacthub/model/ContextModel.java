package io.contacthub.model;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A context in which events happen.
 *
 * @param id the id, as events have it
 * @param label its label
 * @param description its description
 * @param propertiesSchema the JSON schema of what an event says of the context
 * @param unknown the members that this library does not know
 */
public record ContextModel(@Nullable String id, @Nullable String label, @Nullable String description,
		JsonObject propertiesSchema, JsonObject unknown) implements ApiObject, ContextModelBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ContextModel {
		propertiesSchema = Members.properties(propertiesSchema);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ContextModelBuilder builder() {
		return new ContextModelBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

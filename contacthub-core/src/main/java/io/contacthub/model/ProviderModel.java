package io.contacthub.model;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A provider, which is a kind of source.
 *
 * @param id the id
 * @param label its label
 * @param description its description
 * @param propertiesSchema the schema of the properties of its sources, which may be a
 * JSON schema or no more than the properties of one
 * @param unknown the members that this library does not know
 */
public record ProviderModel(@Nullable String id, @Nullable String label, @Nullable String description,
		JsonObject propertiesSchema, JsonObject unknown) implements ApiObject, ProviderModelBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ProviderModel {
		propertiesSchema = Members.properties(propertiesSchema);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ProviderModelBuilder builder() {
		return new ProviderModelBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

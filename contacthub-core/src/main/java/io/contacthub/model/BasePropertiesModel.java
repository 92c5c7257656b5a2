package io.contacthub.model;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * The model of the base properties of customers.
 *
 * @param schema the JSON schema; each property says under {@code contactlabProperties}
 * how it is labelled and whether it is enabled
 * @param unknown the members that this library does not know
 */
public record BasePropertiesModel(JsonObject schema,
		JsonObject unknown) implements ApiObject, BasePropertiesModelBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public BasePropertiesModel {
		schema = Members.properties(schema);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static BasePropertiesModelBuilder builder() {
		return new BasePropertiesModelBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

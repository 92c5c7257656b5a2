package io.contacthub.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes an {@link ApiObject} with all its members.
 */
final class ApiObjectSerializer extends ValueSerializer<ApiObject> {

	@Override
	public void serialize(ApiObject value, JsonGenerator generator, SerializationContext context) {
		Plain.write(value, generator);
	}

}

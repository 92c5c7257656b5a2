package io.contacthub.json;

/**
 * Serializer that writes {@link JsonObject} as they are, whatever a mapper does with
 * maps.
 */
final class JsonObjectSerializer extends DocumentSerializer<JsonObject> {

	JsonObjectSerializer() {
		super(JsonObject.class);
	}

	@Override
	protected Object document(JsonObject value) {
		return value;
	}

}

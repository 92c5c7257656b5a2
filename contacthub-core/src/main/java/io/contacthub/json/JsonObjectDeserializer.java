package io.contacthub.json;

/**
 * Deserializer that reads {@link JsonObject} to the last digit, whatever a mapper does
 * with numbers.
 */
final class JsonObjectDeserializer extends DocumentDeserializer<JsonObject> {

	JsonObjectDeserializer() {
		super(JsonObject.class);
	}

	@Override
	protected JsonObject value(Object document) {
		if (document instanceof JsonObject properties) {
			return properties;
		}
		throw unexpected(document, "an object");
	}

}

package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a value that may be null.
 *
 * @param schema the schema of the value that is not null
 */
record NullableSchema(Schema schema) implements Schema {

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!value.isNull()) {
			this.schema.check(value, pointer, violations);
		}
	}

	@Override
	public ObjectNode document() {
		ObjectNode document = this.schema.document();
		String type = Json.text(document, "type");
		if (type != null) {
			document.putArray("type").add(type).add("null");
		}
		if (document.get("enum") instanceof ArrayNode values) {
			values.addNull();
		}
		return document;
	}

	@Override
	public JsonNode written(JsonNode value) {
		return value.isNull() ? value : this.schema.written(value);
	}

}

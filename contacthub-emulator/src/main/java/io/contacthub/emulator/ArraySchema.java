package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of an array.
 *
 * @param items the schema of each element
 */
record ArraySchema(Schema items) implements Schema {

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!value.isArray()) {
			violations.add(new Violation(pointer, "expected array"));
			return;
		}
		for (int index = 0; index < value.size(); index++) {
			this.items.check(value.get(index), pointer + "/" + index, violations);
		}
	}

	@Override
	public ObjectNode document() {
		return Json.object().put("type", "array").set("items", this.items.document());
	}

	@Override
	public JsonNode written(JsonNode value) {
		if (value instanceof ArrayNode array) {
			for (int index = 0; index < array.size(); index++) {
				array.set(index, this.items.written(array.get(index)));
			}
		}
		return value;
	}

}

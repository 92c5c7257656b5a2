package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

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

}

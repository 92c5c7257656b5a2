package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Another schema, or null.
 *
 * @param schema the other schema
 */
record NullableSchema(Schema schema) implements Schema {

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!value.isNull()) {
			this.schema.check(value, pointer, violations);
		}
	}

}

package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Description of what a JSON value has to look like.
 */
@FunctionalInterface
interface Schema {

	/**
	 * Compare a value with this schema.
	 * @param value the value, never missing
	 * @param pointer the JSON pointer to the value
	 * @param violations takes what is wrong
	 */
	void check(JsonNode value, String pointer, List<Violation> violations);

	/**
	 * Return the schema of what has this one, or is null.
	 */
	default Schema orNull() {
		return new NullableSchema(this);
	}

}

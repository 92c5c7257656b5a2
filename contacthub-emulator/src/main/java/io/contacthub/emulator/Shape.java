package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What a JSON value has to look like.
 */
@FunctionalInterface
interface Shape {

	/**
	 * Compares a value with this shape.
	 * @param value the value, never missing
	 * @param pointer the JSON pointer to the value
	 * @param violations takes what is wrong
	 */
	void check(JsonNode value, String pointer, List<Violation> violations);

	// This shape, or null.
	default Shape orNull() {
		return new NullableShape(this);
	}

}

package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Description of what a JSON value has to look like.
 */
interface Schema {

	/**
	 * Compare a value with this schema.
	 * @param value the value, never missing
	 * @param pointer the JSON pointer to the value
	 * @param violations takes what is wrong
	 */
	void check(JsonNode value, String pointer, List<Violation> violations);

	/**
	 * Return whether a value is as this schema says.
	 */
	default boolean accepts(JsonNode value) {
		List<Violation> violations = new ArrayList<>();
		check(value, "", violations);
		return violations.isEmpty();
	}

	/**
	 * Describe this as a JSON Schema of draft 4.
	 * @return a new object
	 */
	ObjectNode document();

	/**
	 * Bring a value of this schema into the form in which the API writes it.
	 * @param value the value, which may be changed
	 * @return the value, or what stands for it
	 */
	default JsonNode written(JsonNode value) {
		return value;
	}

	/**
	 * Return the schema of what has this one, or is null.
	 */
	default Schema orNull() {
		return new NullableSchema(this);
	}

}

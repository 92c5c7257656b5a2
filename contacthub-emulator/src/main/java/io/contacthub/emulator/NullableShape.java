package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Another shape, or null.
 *
 * @param shape the other shape
 */
record NullableShape(Shape shape) implements Shape {

	@Override
	public void check(JsonNode value, String pointer, List<Violation> violations) {
		if (!value.isNull()) {
			this.shape.check(value, pointer, violations);
		}
	}

}

package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The shape of an array.
 *
 * @param items the shape of each element
 */
record ArrayShape(Shape items) implements Shape {

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

package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The order that the {@code sort} parameters of a request ask for.
 */
final class SortOrder {

	private final List<Part> parts;

	private SortOrder(List<Part> parts) {
		this.parts = parts;
	}

	static SortOrder of(List<String> parameters) {
		return new SortOrder(parameters.stream().map(SortOrder::part).toList());
	}

	private static Part part(String parameter) {
		String[] parts = parameter.split(",", 2);
		String direction = (parts.length > 1) ? parts[1] : "asc";
		if (!direction.equalsIgnoreCase("asc") && !direction.equalsIgnoreCase("desc")) {
			throw RequestRejectedException.badRequest("Invalid sort direction '" + direction + "'");
		}
		return new Part(parts[0], direction.equalsIgnoreCase("desc") ? -1 : 1);
	}

	private static int compare(JsonNode left, JsonNode right, int sign) {
		if (Json.isUnset(left) || Json.isUnset(right)) {
			return Boolean.compare(Json.isUnset(left), Json.isUnset(right));
		}
		if (left.isNumber() && right.isNumber()) {
			return sign * left.decimalValue().compareTo(right.decimalValue());
		}
		if (left.isNumber() != right.isNumber()) {
			return sign * Boolean.compare(right.isNumber(), left.isNumber());
		}
		return sign * text(left).compareTo(text(right));
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	/**
	 * Return whether a member alone decides, and the lowest is the first.
	 */
	boolean isAscending(String path) {
		return this.parts.equals(List.of(new Part(path, 1)));
	}

	<T extends StoredDocument> List<T> sort(List<T> elements) {
		if (this.parts.isEmpty()) {
			return elements;
		}
		List<Entry<T>> entries = new ArrayList<>(elements.size());
		for (T element : elements) {
			entries.add(new Entry<>(element,
					this.parts.stream().map((part) -> Json.at(element.document(), part.path())).toList()));
		}
		entries.sort((left, right) -> compare(left.keys(), right.keys()));
		return entries.stream().map(Entry::element).toList();
	}

	private int compare(List<JsonNode> left, List<JsonNode> right) {
		for (int index = 0; index < this.parts.size(); index++) {
			int order = compare(left.get(index), right.get(index), this.parts.get(index).sign());
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	/**
	 * One of the members that decide, the first one first.
	 *
	 * @param path path of the member
	 * @param sign 1 for the lowest first, -1 for the highest
	 */
	private record Part(String path, int sign) {
	}

	/**
	 * An element with the values that decide, which are looked up once.
	 *
	 * @param <T> the type of the element
	 * @param element the element
	 * @param keys the values
	 */
	private record Entry<T>(T element, List<JsonNode> keys) {
	}

}

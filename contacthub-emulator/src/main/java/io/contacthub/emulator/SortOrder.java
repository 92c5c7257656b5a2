package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order that the {@code sort} parameters of a request ask for.
 */
final class SortOrder {

	private final @Nullable Comparator<ObjectNode> comparator;

	private SortOrder(@Nullable Comparator<ObjectNode> comparator) {
		this.comparator = comparator;
	}

	static SortOrder of(List<String> parameters) {
		Comparator<ObjectNode> comparator = null;
		for (String parameter : parameters) {
			Comparator<ObjectNode> next = comparatorOf(parameter);
			comparator = (comparator != null) ? comparator.thenComparing(next) : next;
		}
		return new SortOrder(comparator);
	}

	private static Comparator<ObjectNode> comparatorOf(String parameter) {
		String[] parts = parameter.split(",", 2);
		String direction = (parts.length > 1) ? parts[1] : "asc";
		if (!direction.equalsIgnoreCase("asc") && !direction.equalsIgnoreCase("desc")) {
			throw RequestRejectedException.badRequest("Invalid sort direction '" + direction + "'");
		}
		Comparator<JsonNode> values = direction.equalsIgnoreCase("desc") ? SortOrder::descending : SortOrder::ascending;
		return Comparator.comparing((document) -> Json.at(document, parts[0]), values);
	}

	private static int ascending(JsonNode left, JsonNode right) {
		return compare(left, right, 1);
	}

	private static int descending(JsonNode left, JsonNode right) {
		return compare(left, right, -1);
	}

	private static int compare(JsonNode left, JsonNode right, int sign) {
		if (Json.isUnset(left) || Json.isUnset(right)) {
			return Boolean.compare(Json.isUnset(left), Json.isUnset(right));
		}
		if (left.isNumber() && right.isNumber()) {
			return sign * left.decimalValue().compareTo(right.decimalValue());
		}
		return sign * text(left).compareTo(text(right));
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	List<ObjectNode> sort(List<ObjectNode> elements) {
		if (this.comparator == null) {
			return elements;
		}
		List<ObjectNode> sorted = new ArrayList<>(elements);
		sorted.sort(this.comparator);
		return sorted;
	}

}

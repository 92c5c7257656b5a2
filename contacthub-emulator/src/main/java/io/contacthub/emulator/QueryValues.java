package io.contacthub.emulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Operations on the values that queries speak of: to find and compare them. Dates and
 * date-times compare as moments in whatever form they are written, epoch milliseconds
 * included, and numbers written as text compare as numbers.
 */
final class QueryValues {

	private QueryValues() {
	}

	/**
	 * Collect all values that are set at a path, which may lead through arrays.
	 * @param root where the path begins
	 * @param path names of members with dots
	 * @return the values, without arrays around them
	 */
	static List<JsonNode> at(JsonNode root, String path) {
		List<JsonNode> values = new ArrayList<>();
		collect(root, path.split("\\.", -1), 0, values);
		return values;
	}

	private static void collect(JsonNode node, String[] path, int depth, List<JsonNode> values) {
		if (node.isArray()) {
			node.values().forEach((element) -> collect(element, path, depth, values));
		}
		else if (depth < path.length) {
			collect(node.path(path[depth]), path, depth + 1, values);
		}
		else if (!Json.isBlank(node)) {
			values.add(node);
		}
	}

	/**
	 * Compare two single values.
	 * @param left the one value
	 * @param right the other value
	 * @return a number as of a comparator, null if the values have no order
	 */
	static @Nullable Integer compare(JsonNode left, JsonNode right) {
		if (left.isContainer() || right.isContainer()) {
			return null;
		}
		BigDecimal leftNumber = number(left);
		BigDecimal rightNumber = number(right);
		if (leftNumber != null && rightNumber != null && (left.isNumber() || right.isNumber())) {
			return leftNumber.compareTo(rightNumber);
		}
		Instant leftMoment = moment(left);
		Instant rightMoment = moment(right);
		if (leftMoment != null && rightMoment != null) {
			return leftMoment.compareTo(rightMoment);
		}
		return (left.isNumber() || right.isNumber()) ? null : left.asString().compareTo(right.asString());
	}

	static boolean areEqual(JsonNode left, JsonNode right) {
		Integer order = compare(left, right);
		return order != null && order == 0;
	}

	private static @Nullable BigDecimal number(JsonNode value) {
		if (value.isNumber()) {
			return value.decimalValue();
		}
		try {
			return value.isString() ? new BigDecimal(value.stringValue()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Instant moment(JsonNode value) {
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return Instant.ofEpochMilli(value.longValue());
		}
		return value.isString() ? DateFormats.moment(value.stringValue()) : null;
	}

}

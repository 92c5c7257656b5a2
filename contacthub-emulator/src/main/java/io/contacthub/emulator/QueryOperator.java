package io.contacthub.emulator;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * An operator of the query language. It looks at all values that an attribute has: for a
 * list, one element that matches is enough. The negative operators match when their
 * counterpart does not, hence also when the attribute is not set.
 */
enum QueryOperator {

	EQUALS {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return values.stream().anyMatch((value) -> QueryValues.areEqual(value, operand));
		}
	},

	NOT_EQUALS {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return !EQUALS.test(values, operand);
		}
	},

	GT {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return isInOrder(values, operand, (order) -> order > 0);
		}
	},

	GTE {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return isInOrder(values, operand, (order) -> order >= 0);
		}
	},

	LT {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return isInOrder(values, operand, (order) -> order < 0);
		}
	},

	LTE {
		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return isInOrder(values, operand, (order) -> order <= 0);
		}
	},

	/**
	 * Both bounds belong to the range.
	 */
	BETWEEN {
		@Override
		boolean accepts(JsonNode operand) {
			return operand.isArray() && operand.size() == 2
					&& operand.values().stream().allMatch(QueryOperator::isSingle);
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return values.stream()
				.map(List::of)
				.anyMatch((value) -> GTE.test(value, operand.path(0)) && LTE.test(value, operand.path(1)));
		}
	},

	IS_NULL {
		@Override
		boolean accepts(JsonNode operand) {
			return true;
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return values.isEmpty();
		}
	},

	IS_NOT_NULL {
		@Override
		boolean accepts(JsonNode operand) {
			return true;
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return !values.isEmpty();
		}
	},

	/**
	 * Either the attribute is one of several values, or a list has one value.
	 */
	IN {
		@Override
		boolean accepts(JsonNode operand) {
			return isSingle(operand)
					|| (operand.isArray() && operand.values().stream().allMatch(QueryOperator::isSingle));
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			List<JsonNode> wanted = operand.isArray() ? List.copyOf(operand.values()) : List.of(operand);
			return wanted.stream().anyMatch((value) -> EQUALS.test(values, value));
		}
	},

	NOT_IN {
		@Override
		boolean accepts(JsonNode operand) {
			return IN.accepts(operand);
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			return !IN.test(values, operand);
		}
	},

	/**
	 * The syntax of patterns is not documented. Here {@code *} and {@code %} stand for
	 * any text, a pattern without them may occur anywhere, and case does not matter.
	 */
	LIKE {
		@Override
		boolean accepts(JsonNode operand) {
			return operand.isString();
		}

		@Override
		boolean test(List<JsonNode> values, JsonNode operand) {
			Pattern pattern = pattern(operand.stringValue());
			return values.stream()
				.filter(JsonNode::isString)
				.anyMatch((value) -> pattern.matcher(value.stringValue().toLowerCase(Locale.ROOT)).matches());
		}
	};

	/**
	 * Return whether this operator can be used with an operand.
	 * @param operand the value of the condition, missing if it has none
	 * @return true if so
	 */
	boolean accepts(JsonNode operand) {
		return isSingle(operand);
	}

	/**
	 * Return whether an attribute matches.
	 * @param values the values that the attribute has
	 * @param operand the value of the condition
	 * @return true if so
	 */
	abstract boolean test(List<JsonNode> values, JsonNode operand);

	private static boolean isSingle(JsonNode operand) {
		return operand.isString() || operand.isNumber() || operand.isBoolean();
	}

	private static boolean isInOrder(List<JsonNode> values, JsonNode operand, IntPredicate expected) {
		return values.stream()
			.map((value) -> QueryValues.compare(value, operand))
			.anyMatch((order) -> order != null && expected.test(order));
	}

	private static Pattern pattern(String like) {
		String text = like.toLowerCase(Locale.ROOT).replace('%', '*');
		String whole = text.contains("*") ? text : "*" + text + "*";
		return Pattern.compile("\\Q" + whole.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E",
				Pattern.DOTALL);
	}

}

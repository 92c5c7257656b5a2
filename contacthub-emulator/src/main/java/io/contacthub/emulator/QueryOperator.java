package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * An operator of the query language. It looks at each value that an attribute has: for a
 * list, one element that matches is enough. The negative operators match when their
 * counterpart does not, hence also when the attribute is not set.
 */
enum QueryOperator {

	EQUALS {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return new QueryOperand(operand)::isEqual;
		}
	},

	NOT_EQUALS {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return EQUALS.test(operand);
		}
	},

	GT {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return inOrder(operand, (order) -> order > 0);
		}
	},

	GTE {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return inOrder(operand, (order) -> order >= 0);
		}
	},

	LT {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return inOrder(operand, (order) -> order < 0);
		}
	},

	LTE {
		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return inOrder(operand, (order) -> order <= 0);
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
		Predicate<JsonNode> test(JsonNode operand) {
			return GTE.test(operand.path(0)).and(LTE.test(operand.path(1)));
		}
	},

	IS_NULL {
		@Override
		boolean accepts(JsonNode operand) {
			return true;
		}

		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return (value) -> true;
		}
	},

	IS_NOT_NULL {
		@Override
		boolean accepts(JsonNode operand) {
			return true;
		}

		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return (value) -> true;
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
		Predicate<JsonNode> test(JsonNode operand) {
			return operand.isArray() ? oneOf(operand) : EQUALS.test(operand);
		}
	},

	NOT_IN {
		@Override
		boolean accepts(JsonNode operand) {
			return IN.accepts(operand);
		}

		@Override
		Predicate<JsonNode> test(JsonNode operand) {
			return IN.test(operand);
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
		Predicate<JsonNode> test(JsonNode operand) {
			String[] parts = parts(operand.stringValue());
			return (value) -> value.isString() && isAlike(value.stringValue().toLowerCase(Locale.ROOT), parts);
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
	 * Make the test of a single value.
	 * @param operand the value of the condition
	 * @return the test
	 */
	abstract Predicate<JsonNode> test(JsonNode operand);

	/**
	 * Return whether an attribute matches when none of its values passes the test.
	 * @return true if so
	 */
	boolean isNegative() {
		return this == NOT_EQUALS || this == NOT_IN || this == IS_NULL;
	}

	private static boolean isSingle(JsonNode operand) {
		return operand.isString() || operand.isNumber() || operand.isBoolean();
	}

	private static Predicate<JsonNode> inOrder(JsonNode operand, IntPredicate expected) {
		QueryOperand right = new QueryOperand(operand);
		return (value) -> {
			Integer order = right.compare(value);
			return order != null && expected.test(order);
		};
	}

	private static Predicate<JsonNode> oneOf(JsonNode operands) {
		Set<String> texts = new HashSet<>();
		List<QueryOperand> others = new ArrayList<>();
		for (JsonNode element : operands) {
			QueryOperand operand = new QueryOperand(element);
			String text = operand.plainText();
			if (text != null) {
				texts.add(text);
			}
			else {
				others.add(operand);
			}
		}
		return (value) -> ((value.isString() || value.isBoolean()) && texts.contains(value.asString()))
				|| others.stream().anyMatch((operand) -> operand.isEqual(value));
	}

	/**
	 * Return the texts of a pattern that any text may be between.
	 */
	private static String[] parts(String pattern) {
		String text = pattern.toLowerCase(Locale.ROOT).replace('%', '*');
		String whole = text.contains("*") ? text : "*" + text + "*";
		return whole.split("\\*", -1);
	}

	/**
	 * Return whether a text has some parts in their order, and begins and ends with the
	 * first and the last one of them. It is looked for once, unlike by a regular
	 * expression, which tries all places of all parts.
	 */
	private static boolean isAlike(String text, String[] parts) {
		String last = parts[parts.length - 1];
		if (!text.startsWith(parts[0])) {
			return false;
		}
		int position = parts[0].length();
		for (int index = 1; index < parts.length - 1; index++) {
			int found = text.indexOf(parts[index], position);
			if (found < 0) {
				return false;
			}
			position = found + parts[index].length();
		}
		return text.length() - last.length() >= position && text.endsWith(last);
	}

}

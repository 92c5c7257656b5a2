package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader that makes a filter of customers out of a query: the {@code query} parameter, or
 * that of a segment.
 */
final class QueryReader {

	private final Function<String, List<StoredEvent>> events;

	private final Guesses guesses;

	/**
	 * Create a reader.
	 * @param events finds the events of a type, for what a customer did
	 * @param guesses told where the language is not known
	 */
	QueryReader(Function<String, List<StoredEvent>> events, Guesses guesses) {
		this.events = events;
		this.guesses = guesses;
	}

	Predicate<ObjectNode> read(String text) {
		JsonNode container = Json.parse(text);
		if (container == null) {
			throw invalid("", "expected JSON");
		}
		return query(container.path("query"));
	}

	/**
	 * Read a query as a segment holds it, without the container around it.
	 */
	Predicate<ObjectNode> query(JsonNode query) {
		return query(query, "/query");
	}

	private Predicate<ObjectNode> query(JsonNode query, String pointer) {
		return switch (text(query, "type", pointer)) {
			case "simple" -> simple(query, pointer);
			case "combined" -> combined(query, pointer);
			default -> throw invalid(pointer + "/type", "expected one of simple, combined");
		};
	}

	private Predicate<ObjectNode> simple(JsonNode query, String pointer) {
		Predicate<ObjectNode> filter = (customer) -> true;
		if (query.has("are")) {
			filter = filter.and(condition(query.path("are").path("condition"), pointer + "/are/condition"));
		}
		if (query.has("did")) {
			filter = filter.and(did(query.path("did"), pointer + "/did"));
		}
		return filter;
	}

	private Predicate<ObjectNode> did(JsonNode did, String pointer) {
		String type = text(did.path("event"), "name", pointer + "/event");
		Predicate<ObjectNode> condition = condition(did.path("condition"), pointer + "/condition")
			.and(condition(did.path("timeframe"), pointer + "/timeframe"));
		this.guesses.made(Guess.DID);
		return new DidFilter(() -> this.events.apply(type), condition);
	}

	private Predicate<ObjectNode> combined(JsonNode query, String pointer) {
		List<Predicate<ObjectNode>> queries = new ArrayList<>();
		for (JsonNode operand : elements(query, "queries", pointer)) {
			queries.add(query(operand, pointer + "/queries/" + queries.size()));
		}
		return switch (text(query, "conjunction", pointer)) {
			case "INTERSECT" -> all(queries);
			case "UNION" -> any(queries);
			case "EXCEPT" -> except(queries);
			default -> throw invalid(pointer + "/conjunction", "expected one of INTERSECT, UNION, EXCEPT");
		};
	}

	private Predicate<ObjectNode> except(List<Predicate<ObjectNode>> queries) {
		if (queries.size() > 2) {
			this.guesses.made(Guess.EXCEPT_OF_MANY);
		}
		return queries.get(0).and(any(queries.subList(1, queries.size())).negate());
	}

	private Predicate<ObjectNode> condition(JsonNode condition, String pointer) {
		return switch (text(condition, "type", pointer)) {
			case "atomic" -> atomic(condition, pointer);
			case "composite" -> composite(condition, pointer);
			default -> throw invalid(pointer + "/type", "expected one of atomic, composite");
		};
	}

	private Predicate<ObjectNode> composite(JsonNode condition, String pointer) {
		List<Predicate<ObjectNode>> conditions = new ArrayList<>();
		for (JsonNode operand : elements(condition, "conditions", pointer)) {
			conditions.add(condition(operand, pointer + "/conditions/" + conditions.size()));
		}
		return switch (text(condition, "conjunction", pointer)) {
			case "and" -> all(conditions);
			case "or" -> any(conditions);
			default -> throw invalid(pointer + "/conjunction", "expected one of and, or");
		};
	}

	private Predicate<ObjectNode> atomic(JsonNode condition, String pointer) {
		String attribute = text(condition, "attribute", pointer);
		QueryOperator operator = operator(text(condition, "operator", pointer), pointer);
		JsonNode operand = condition.path("value");
		if (!operator.accepts(operand)) {
			throw invalid(pointer + "/value", "cannot be used with " + operator);
		}
		QueryPath path = new QueryPath(attribute);
		guess(operator, operand, path);
		Predicate<JsonNode> test = operator.test(operand);
		if (!operator.isNegative()) {
			return (document) -> path.anyMatch(document, test);
		}
		return (document) -> {
			if (operator != QueryOperator.IS_NULL && !path.anyMatch(document, (value) -> true)) {
				this.guesses.made(Guess.NEGATION);
			}
			return !path.anyMatch(document, test);
		};
	}

	private void guess(QueryOperator operator, JsonNode operand, QueryPath path) {
		if (operator == QueryOperator.LIKE) {
			this.guesses.made(Guess.LIKE);
		}
		boolean isIn = operator == QueryOperator.IN || operator == QueryOperator.NOT_IN;
		if (isIn && !operand.isArray() && path.isSingle()) {
			this.guesses.made(Guess.IN_ONE);
		}
		boolean isNull = operator == QueryOperator.IS_NULL || operator == QueryOperator.IS_NOT_NULL;
		if (!isNull && (operand.isBoolean() || operand.values().stream().anyMatch(JsonNode::isBoolean))) {
			this.guesses.made(Guess.BOOLEAN_VALUE);
		}
	}

	private static QueryOperator operator(String name, String pointer) {
		for (QueryOperator operator : QueryOperator.values()) {
			if (operator.name().equals(name)) {
				return operator;
			}
		}
		throw invalid(pointer + "/operator", "unknown operator");
	}

	private static String text(JsonNode parent, String member, String pointer) {
		String text = Json.text(parent, member);
		if (text == null || text.isEmpty()) {
			throw invalid(pointer + "/" + member, "expected string that is not empty");
		}
		return text;
	}

	private static Iterable<JsonNode> elements(JsonNode parent, String member, String pointer) {
		JsonNode elements = parent.path(member);
		if (!elements.isArray() || elements.isEmpty()) {
			throw invalid(pointer + "/" + member, "expected array that is not empty");
		}
		return elements;
	}

	private static Predicate<ObjectNode> all(List<Predicate<ObjectNode>> filters) {
		return (document) -> filters.stream().allMatch((filter) -> filter.test(document));
	}

	private static Predicate<ObjectNode> any(List<Predicate<ObjectNode>> filters) {
		return (document) -> filters.stream().anyMatch((filter) -> filter.test(document));
	}

	private static RequestRejectedException invalid(String pointer, String message) {
		return RequestRejectedException.invalid("query is not valid", List.of(new Violation(pointer, message)));
	}

}

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

	QueryFilter read(String text) {
		JsonNode container = Json.parse(text);
		if (container == null) {
			throw invalid("", "expected JSON");
		}
		return query(container.path("query"));
	}

	/**
	 * Read a query as a segment holds it, without the container around it.
	 */
	QueryFilter query(JsonNode query) {
		return query(query, "/query");
	}

	private QueryFilter query(JsonNode query, String pointer) {
		return switch (text(query, "type", pointer)) {
			case "simple" -> simple(query, pointer);
			case "combined" -> combined(query, pointer);
			default -> throw invalid(pointer + "/type", "expected one of simple, combined");
		};
	}

	private QueryFilter simple(JsonNode query, String pointer) {
		List<QueryFilter> filters = new ArrayList<>();
		if (query.has("are")) {
			filters.add(condition(query.path("are").path("condition"), pointer + "/are/condition"));
		}
		if (query.has("did")) {
			filters.add(did(query.path("did"), pointer + "/did"));
		}
		return QueryFilter.all(filters);
	}

	private QueryFilter did(JsonNode did, String pointer) {
		String type = text(did.path("event"), "name", pointer + "/event");
		Predicate<ObjectNode> condition = condition(did.path("condition"), pointer + "/condition")
			.and(condition(did.path("timeframe"), pointer + "/timeframe"));
		this.guesses.made(Guess.DID);
		DidFilter filter = new DidFilter(() -> this.events.apply(type), condition);
		return QueryFilter.of(new QueryCondition(did, filter, null, false));
	}

	private QueryFilter combined(JsonNode query, String pointer) {
		List<QueryFilter> queries = new ArrayList<>();
		for (JsonNode operand : elements(query, "queries", pointer)) {
			queries.add(query(operand, pointer + "/queries/" + queries.size()));
		}
		return switch (text(query, "conjunction", pointer)) {
			case "INTERSECT" -> QueryFilter.all(queries);
			case "UNION" -> QueryFilter.of(QueryCondition.of(query, any(queries), queries));
			case "EXCEPT" -> QueryFilter.of(QueryCondition.of(query, except(queries), queries));
			default -> throw invalid(pointer + "/conjunction", "expected one of INTERSECT, UNION, EXCEPT");
		};
	}

	private Predicate<ObjectNode> except(List<QueryFilter> queries) {
		if (queries.size() > 2) {
			this.guesses.made(Guess.EXCEPT_OF_MANY);
		}
		return queries.get(0).and(any(queries.subList(1, queries.size())).negate());
	}

	private QueryFilter condition(JsonNode condition, String pointer) {
		return switch (text(condition, "type", pointer)) {
			case "atomic" -> QueryFilter.of(atomic(condition, pointer));
			case "composite" -> composite(condition, pointer);
			default -> throw invalid(pointer + "/type", "expected one of atomic, composite");
		};
	}

	private QueryFilter composite(JsonNode condition, String pointer) {
		List<QueryFilter> conditions = new ArrayList<>();
		for (JsonNode operand : elements(condition, "conditions", pointer)) {
			conditions.add(condition(operand, pointer + "/conditions/" + conditions.size()));
		}
		return switch (text(condition, "conjunction", pointer)) {
			case "and" -> QueryFilter.all(conditions);
			case "or" -> QueryFilter.of(QueryCondition.of(condition, any(conditions), conditions));
			default -> throw invalid(pointer + "/conjunction", "expected one of and, or");
		};
	}

	private QueryCondition atomic(JsonNode condition, String pointer) {
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
			RegistrationRange range = RegistrationRange.of(attribute, operator, operand);
			return new QueryCondition(condition, (document) -> path.anyMatch(document, test), range, true);
		}
		if (operator == QueryOperator.IS_NULL) {
			return new QueryCondition(condition, (document) -> !path.anyMatch(document, test), null, true);
		}
		// a strict emulator refuses the request when it comes to such a customer
		return new QueryCondition(condition, (document) -> {
			if (!path.anyMatch(document, (value) -> true)) {
				this.guesses.made(Guess.NEGATION);
			}
			return !path.anyMatch(document, test);
		}, null, !this.guesses.isStrict());
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

	private static Predicate<ObjectNode> any(List<QueryFilter> filters) {
		return (document) -> filters.stream().anyMatch((filter) -> filter.test(document));
	}

	private static RequestRejectedException invalid(String pointer, String message) {
		return RequestRejectedException.invalid("query is not valid", List.of(new Violation(pointer, message)));
	}

}

package io.contacthub.query;

import java.util.ArrayList;
import java.util.List;

import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Queries as documents that were read, of which a query keeps the whole: what this
 * library does not know of them stays where it is.
 */
final class QueryDocument {

	static final String TYPE = "type";

	static final String SIMPLE = "simple";

	static final String ARE = "are";

	static final String CONDITION = "condition";

	static final String DID = "did";

	static final String COMBINED = "combined";

	static final String CONJUNCTION = "conjunction";

	static final String QUERIES = "queries";

	/**
	 * The member of the container around a query.
	 */
	static final String QUERY = "query";

	private QueryDocument() {
	}

	/**
	 * Return the query that a document describes, with or without the container around
	 * it.
	 */
	static Query read(JsonObject given) {
		JsonObject document = (!given.containsKey(TYPE) && given.get(QUERY) instanceof JsonObject query) ? query
				: given;
		return document.isEmpty() ? Query.all() : parse(document);
	}

	private static Query parse(JsonObject document) {
		if (SIMPLE.equals(document.get(TYPE))) {
			Criterion criterion = (document.at(ARE, CONDITION) instanceof JsonObject condition)
					? Criterion.of(condition) : null;
			JsonObject did = (document.get(DID) instanceof JsonObject properties) ? properties : null;
			return new Query(criterion, did, null, List.of(), document, false);
		}
		List<Query> queries = new ArrayList<>();
		if (COMBINED.equals(document.get(TYPE)) && document.get(CONJUNCTION) instanceof String conjunction
				&& document.get(QUERIES) instanceof List<?> documents) {
			for (Object query : documents) {
				if (query instanceof JsonObject properties) {
					queries.add(parse(properties));
				}
			}
			if (queries.size() == documents.size()) {
				return new Query(null, null, conjunction, List.copyOf(queries), document, false);
			}
		}
		return new Query(null, null, null, List.of(), document, false);
	}

	/**
	 * Return of which kind a document says that it is.
	 */
	static String kind(JsonObject document) {
		return (document.get(TYPE) instanceof String type) ? type : "unknown";
	}

	/**
	 * Return whether it is known where a criterion goes in a document, and what it does
	 * there.
	 */
	static boolean takesCriterion(JsonObject document) {
		return SIMPLE.equals(document.get(TYPE)) && isObjectOrAbsent(document.get(ARE))
				&& isObjectOrAbsent(document.at(ARE, CONDITION)) && isObjectOrAbsent(document.get(DID));
	}

	private static boolean isObjectOrAbsent(@Nullable Object value) {
		return value == null || value instanceof JsonObject;
	}

	/**
	 * Return the query of a document whose criterion is another one, and nothing else.
	 */
	static Query with(JsonObject document, Criterion criterion) {
		JsonObject are = (document.get(ARE) instanceof JsonObject present) ? present : JsonObject.of();
		return parse(document.with(ARE, are.with(CONDITION, criterion.toMap())));
	}

}

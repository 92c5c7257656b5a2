package io.contacthub.emulator;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filter of the documents that meet all conditions of a query.
 *
 * @param conditions the conditions, none for any document
 */
record QueryFilter(List<QueryCondition> conditions) implements Predicate<ObjectNode> {

	static final QueryFilter ANY = new QueryFilter(List.of());

	static QueryFilter of(QueryCondition condition) {
		return new QueryFilter(List.of(condition));
	}

	static QueryFilter all(List<QueryFilter> filters) {
		return new QueryFilter(filters.stream().map(QueryFilter::conditions).flatMap(List::stream).toList());
	}

	@Override
	public boolean test(ObjectNode document) {
		for (QueryCondition condition : this.conditions) {
			if (!condition.test().test(document)) {
				return false;
			}
		}
		return true;
	}

	boolean isLasting() {
		return this.conditions.stream().allMatch(QueryCondition::isLasting);
	}

	/**
	 * Return the ranges that the registrations are in.
	 */
	List<RegistrationRange> ranges() {
		return this.conditions.stream().map(QueryCondition::range).filter(Objects::nonNull).toList();
	}

	/**
	 * Return the conditions besides those ranges.
	 */
	QueryFilter rest() {
		return new QueryFilter(this.conditions.stream().filter((condition) -> condition.range() == null).toList());
	}

	/**
	 * Return what the query says.
	 */
	List<JsonNode> sources() {
		return this.conditions.stream().map(QueryCondition::source).toList();
	}

}

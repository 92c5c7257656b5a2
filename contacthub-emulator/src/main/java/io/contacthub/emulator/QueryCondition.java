package io.contacthub.emulator;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of the conditions of a query, all of which a document meets that the query selects.
 *
 * @param source what the query says, which is equal in another query with this condition
 * @param test tells whether a document meets the condition
 * @param range the registrations of the customers that meet it, null if they are not
 * known to be those of a range
 * @param isLasting whether the same document always meets it or never does, and that it
 * is tested has no consequences
 */
record QueryCondition(JsonNode source, Predicate<ObjectNode> test, @Nullable RegistrationRange range,
		boolean isLasting) {

	/**
	 * Return the condition of a document that meets something made of other conditions.
	 * @param operands the conditions that it is made of
	 */
	static QueryCondition of(JsonNode source, Predicate<ObjectNode> test, List<QueryFilter> operands) {
		return new QueryCondition(source, test, null, operands.stream().allMatch(QueryFilter::isLasting));
	}

}

package io.contacthub.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Query of analytics for a number that is made of events.
 *
 * @param document the query as it was sent
 * @param nodeId the node of the events
 * @param period when they happened
 * @param type their type, null for all
 * @param context their context, null for all
 * @param filters further filters of the events
 * @param operator how the number is made
 * @param path the path of the field that it is made of, null for the events themselves
 * @param rowFilters further filters of what the number is made of
 * @param step the periods of a trend
 * @param eventField the path of the field of the events that a distribution goes by, or
 * null
 * @param customerField the path of the field of their customers that it goes by, or null
 */
record EventQuery(ObjectNode document, String nodeId, AnalyticsPeriod period, @Nullable String type,
		@Nullable String context, List<Filter> filters, Operator operator, @Nullable String path,
		List<Filter> rowFilters, TimeStep step, @Nullable String eventField, @Nullable String customerField) {

	/**
	 * How a number is made, named as in the API.
	 */
	enum Operator {

		/** The sum of the numbers. */
		SUM,

		/** How many have the field. */
		COUNT,

		/** How many different values there are. */
		COUNT_DISTINCT

	}

	/**
	 * A filter: one of the values of a field is a text.
	 *
	 * @param path the path of the field
	 * @param value the text
	 */
	record Filter(String path, String value) {
	}

}

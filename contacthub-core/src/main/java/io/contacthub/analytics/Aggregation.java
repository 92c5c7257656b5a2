package io.contacthub.analytics;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Aggregation of an {@link AnalyticsQuery}: which number is made of the events.
 *
 * @param operator how the number is made
 * @param fieldPath the path of the field that it is made of, which begins at the event,
 * such as {@code properties.amount.total}
 * @param optionalFilters further filters of the events that it is made of
 * @param unknown the members that this library does not know
 */
public record Aggregation(@Nullable AggregationOperator operator, @Nullable String fieldPath,
		List<AnalyticsQueryFilter> optionalFilters,
		JsonObject unknown) implements ApiObject, AggregationBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Aggregation {
		optionalFilters = Members.list(optionalFilters);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AggregationBuilder builder() {
		return new AggregationBuilder();
	}

	/**
	 * Return the sum of the values of a field.
	 * @param fieldPath the path of the field, which begins at the event
	 * @return an aggregation
	 */
	public static Aggregation sum(String fieldPath) {
		return builder().operator(AggregationOperator.SUM).fieldPath(fieldPath).build();
	}

	/**
	 * Return the number of the values of a field.
	 * @param fieldPath the path of the field, which begins at the event
	 * @return an aggregation
	 */
	public static Aggregation count(String fieldPath) {
		return builder().operator(AggregationOperator.COUNT).fieldPath(fieldPath).build();
	}

	/**
	 * Return the number of the different values of a field.
	 * @param fieldPath the path of the field, which begins at the event
	 * @return an aggregation
	 */
	public static Aggregation countDistinct(String fieldPath) {
		return builder().operator(AggregationOperator.COUNT_DISTINCT).fieldPath(fieldPath).build();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Operator of an aggregation: what is made of the values of the events. An open set: any
 * other text is kept.
 *
 * @param value the text on the wire
 */
public record AggregationOperator(String value) implements OpenValue {

	/**
	 * The sum of the values.
	 */
	public static final AggregationOperator SUM = new AggregationOperator("SUM");

	/**
	 * The number of the values.
	 */
	public static final AggregationOperator COUNT = new AggregationOperator("COUNT");

	/**
	 * The number of the values that differ from each other.
	 */
	public static final AggregationOperator COUNT_DISTINCT = new AggregationOperator("COUNT_DISTINCT");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AggregationOperator {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static AggregationOperator of(String value) {
		return new AggregationOperator(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

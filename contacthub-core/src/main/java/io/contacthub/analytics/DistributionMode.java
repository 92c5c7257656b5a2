package io.contacthub.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Mode of a distribution over time: which part of a time is looked at. An open set: any
 * other text is kept.
 *
 * @param value the text on the wire
 */
public record DistributionMode(String value) implements OpenValue {

	/**
	 * The hours of a day.
	 */
	public static final DistributionMode HOUR_OF_DAY = new DistributionMode("HOUROFDAY");

	/**
	 * The days of a week.
	 */
	public static final DistributionMode DAY_OF_WEEK = new DistributionMode("DAYOFWEEK");

	/**
	 * The days of a month.
	 */
	public static final DistributionMode DAY_OF_MONTH = new DistributionMode("DAYOFMONTH");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DistributionMode {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static DistributionMode of(String value) {
		return new DistributionMode(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

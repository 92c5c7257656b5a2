package io.contacthub.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Mode of a trend: how long each of its periods is. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record TrendMode(String value) implements OpenValue {

	/**
	 * One period for each day.
	 */
	public static final TrendMode DAILY = new TrendMode("DAILY");

	/**
	 * One period for each week.
	 */
	public static final TrendMode WEEKLY = new TrendMode("WEEKLY");

	/**
	 * One period for each month.
	 */
	public static final TrendMode MONTHLY = new TrendMode("MONTHLY");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TrendMode {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static TrendMode of(String value) {
		return new TrendMode(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

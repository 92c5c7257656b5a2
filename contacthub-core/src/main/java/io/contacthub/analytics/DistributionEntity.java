package io.contacthub.analytics;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Entity that a distribution looks at: the event or the customer whose event it is. An
 * open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record DistributionEntity(String value) implements OpenValue {

	/**
	 * The event.
	 */
	public static final DistributionEntity EVENT = new DistributionEntity("EVENT");

	/**
	 * The customer.
	 */
	public static final DistributionEntity CUSTOMER = new DistributionEntity("CUSTOMER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DistributionEntity {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static DistributionEntity of(String value) {
		return new DistributionEntity(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

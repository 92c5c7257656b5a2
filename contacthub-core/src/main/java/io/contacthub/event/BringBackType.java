package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What brings an event to a customer. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record BringBackType(String value) implements OpenValue {

	/**
	 * A session, which is or will be tied to a customer.
	 */
	public static final BringBackType SESSION_ID = new BringBackType("SESSION_ID");

	/**
	 * The id of a customer in the application.
	 */
	public static final BringBackType EXTERNAL_ID = new BringBackType("EXTERNAL_ID");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public BringBackType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static BringBackType of(String value) {
		return new BringBackType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package io.contacthub.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The side that acts in an event. It is a fact of the type of the event, known to
 * ContactHub: it is searched for and never sent with an event.
 *
 * @param value the text on the wire
 */
public record EventMode(String value) implements OpenValue {

	/**
	 * The customer does something.
	 */
	public static final EventMode ACTIVE = new EventMode("ACTIVE");

	/**
	 * Something is done to the customer.
	 */
	public static final EventMode PASSIVE = new EventMode("PASSIVE");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EventMode {
		Assert.hasText(value, "value is blank: use ACTIVE or PASSIVE");
	}

	@Override
	public String toString() {
		return this.value;
	}

}

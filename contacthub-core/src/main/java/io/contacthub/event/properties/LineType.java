package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of a line of an order. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record LineType(String value) implements OpenValue {

	/**
	 * A sale.
	 */
	public static final LineType SALE = new LineType("sale");

	/**
	 * A return.
	 */
	public static final LineType RETURN = new LineType("return");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LineType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static LineType of(String value) {
		return new LineType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

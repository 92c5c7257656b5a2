package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of an order. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record OrderType(String value) implements OpenValue {

	/**
	 * A sale.
	 */
	public static final OrderType SALE = new OrderType("sale");

	/**
	 * A return.
	 */
	public static final OrderType RETURN = new OrderType("return");

	/**
	 * A sale and a return.
	 */
	public static final OrderType SALE_RETURN = new OrderType("sale-return");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrderType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static OrderType of(String value) {
		return new OrderType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

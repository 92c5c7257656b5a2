package io.contacthub.event.properties;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Method by which an order was paid. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record PaymentMethod(String value) implements OpenValue {

	/**
	 * In cash.
	 */
	public static final PaymentMethod CASH = new PaymentMethod("cash");

	/**
	 * By credit card.
	 */
	public static final PaymentMethod CREDITCARD = new PaymentMethod("creditcard");

	/**
	 * By debit card.
	 */
	public static final PaymentMethod DEBITCARD = new PaymentMethod("debitcard");

	/**
	 * By PayPal.
	 */
	public static final PaymentMethod PAYPAL = new PaymentMethod("paypal");

	/**
	 * In another way.
	 */
	public static final PaymentMethod OTHER = new PaymentMethod("other");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PaymentMethod {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static PaymentMethod of(String value) {
		return new PaymentMethod(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

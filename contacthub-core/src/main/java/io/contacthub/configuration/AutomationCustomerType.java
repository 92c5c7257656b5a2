package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * The customers whose events trigger an {@link Automation}. An open set: any other text
 * is kept. The API has been described with {@code KNONW} in place of {@code KNOWN}:
 * should it insist, say {@code of("KNONW")}.
 *
 * @param value the text on the wire
 */
public record AutomationCustomerType(String value) implements OpenValue {

	/**
	 * Customers of whom nothing is known but what they did.
	 */
	public static final AutomationCustomerType ANONYMOUS = new AutomationCustomerType("ANONYMOUS");

	/**
	 * Customers who are known.
	 */
	public static final AutomationCustomerType KNOWN = new AutomationCustomerType("KNOWN");

	/**
	 * All customers.
	 */
	public static final AutomationCustomerType ANY = new AutomationCustomerType("ANY");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AutomationCustomerType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static AutomationCustomerType of(String value) {
		return new AutomationCustomerType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package io.contacthub.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What ContactHub does with a customer that it has already, by the
 * {@link MatchingPolicy}. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record CustomerUniquenessPolicy(String value) implements OpenValue {

	/**
	 * The customer is stored beside the one that is there.
	 */
	public static final CustomerUniquenessPolicy NO_CHECK = new CustomerUniquenessPolicy("NO_CHECK");

	/**
	 * The customer is refused.
	 */
	public static final CustomerUniquenessPolicy BLOCK = new CustomerUniquenessPolicy("BLOCK");

	/**
	 * The customer is merged with the one that is there.
	 */
	public static final CustomerUniquenessPolicy MERGE = new CustomerUniquenessPolicy("MERGE");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CustomerUniquenessPolicy {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static CustomerUniquenessPolicy of(String value) {
		return new CustomerUniquenessPolicy(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

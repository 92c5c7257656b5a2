package io.contacthub.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * Kind of an {@link OtherContact}. An open set: any other text is kept.
 *
 * @param value the text on the wire
 */
public record OtherContactType(String value) implements OpenValue {

	/**
	 * A mobile phone.
	 */
	public static final OtherContactType MOBILE = new OtherContactType("MOBILE");

	/**
	 * A telephone.
	 */
	public static final OtherContactType PHONE = new OtherContactType("PHONE");

	/**
	 * An e-mail address.
	 */
	public static final OtherContactType EMAIL = new OtherContactType("EMAIL");

	/**
	 * A fax machine.
	 */
	public static final OtherContactType FAX = new OtherContactType("FAX");

	/**
	 * Anything else.
	 */
	public static final OtherContactType OTHER = new OtherContactType("OTHER");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OtherContactType {
		Assert.hasText(value, "value is blank: leave the member out instead");
	}

	/**
	 * Create a value, known or not.
	 * @param value the text on the wire
	 * @return the value
	 */
	public static OtherContactType of(String value) {
		return new OtherContactType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

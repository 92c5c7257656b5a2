package io.contacthub.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.contacthub.json.OpenValue;

import org.springframework.util.Assert;

/**
 * What an entry of the register of consents tells of.
 *
 * @param value the text on the wire
 */
public record ConsentLogType(String value) implements OpenValue {

	/**
	 * The customer read the disclaimer.
	 */
	public static final ConsentLogType DISCLAIMER_READ = new ConsentLogType("DISCLAIMER_READ");

	/**
	 * The customer gave or withdrew a consent.
	 */
	public static final ConsentLogType CONSENT_CHANGED = new ConsentLogType("CONSENT_CHANGED");

	/**
	 * The customer limited a consent.
	 */
	public static final ConsentLogType CONSENT_RESTRICTED = new ConsentLogType("CONSENT_RESTRICTED");

	/**
	 * The customer objected.
	 */
	public static final ConsentLogType CONSENT_OBJECTED = new ConsentLogType("CONSENT_OBJECTED");

	/**
	 * The customer asked for the data.
	 */
	public static final ConsentLogType DATA_PORTABILITY_REQUESTED = new ConsentLogType("DATA_PORTABILITY_REQUESTED");

	/**
	 * The customer had the data deleted.
	 */
	public static final ConsentLogType FORCED_DELETE = new ConsentLogType("FORCED_DELETE");

	/**
	 * Check the text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConsentLogType {
		Assert.hasText(value, "value is blank: use a type such as CONSENT_CHANGED");
	}

	/**
	 * Return a type, also one that this library does not know.
	 * @param value the text on the wire
	 * @return the type
	 */
	public static ConsentLogType of(String value) {
		return new ConsentLogType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about messages on products like those bought.
 *
 * @param email by e-mail
 * @param papery on paper
 * @param unknown the members that this library does not know
 */
public record SoftSpamConsents(Consent email, Consent papery,
		JsonObject unknown) implements ApiObject, SoftSpamConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SoftSpamConsents {
		email = Members.object(email, Consent.class);
		papery = Members.object(papery, Consent.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SoftSpamConsentsBuilder builder() {
		return new SoftSpamConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

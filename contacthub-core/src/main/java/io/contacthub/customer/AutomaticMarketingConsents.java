package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about marketing by machines.
 *
 * @param sms by SMS
 * @param email by e-mail
 * @param push by push notification
 * @param im by instant message
 * @param telephonic by telephone
 * @param unknown the members that this library does not know
 */
public record AutomaticMarketingConsents(Consent sms, Consent email, Consent push, Consent im, Consent telephonic,
		JsonObject unknown) implements ApiObject, AutomaticMarketingConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AutomaticMarketingConsents {
		sms = Members.object(sms, Consent.class);
		email = Members.object(email, Consent.class);
		push = Members.object(push, Consent.class);
		im = Members.object(im, Consent.class);
		telephonic = Members.object(telephonic, Consent.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AutomaticMarketingConsentsBuilder builder() {
		return new AutomaticMarketingConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

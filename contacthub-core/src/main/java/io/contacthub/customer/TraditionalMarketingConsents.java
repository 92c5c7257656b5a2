package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about marketing by people.
 *
 * @param telephonic by telephone
 * @param papery on paper
 * @param unknown the members that this library does not know
 */
public record TraditionalMarketingConsents(Consent telephonic, Consent papery,
		JsonObject unknown) implements ApiObject, TraditionalMarketingConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public TraditionalMarketingConsents {
		telephonic = Members.object(telephonic, Consent.class);
		papery = Members.object(papery, Consent.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TraditionalMarketingConsentsBuilder builder() {
		return new TraditionalMarketingConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

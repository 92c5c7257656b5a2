package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about marketing.
 *
 * @param traditional by people
 * @param automatic by machines
 * @param unknown the members that this library does not know
 */
public record MarketingConsents(TraditionalMarketingConsents traditional, AutomaticMarketingConsents automatic,
		JsonObject unknown) implements ApiObject, MarketingConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public MarketingConsents {
		traditional = Members.object(traditional, TraditionalMarketingConsents.class);
		automatic = Members.object(automatic, AutomaticMarketingConsents.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static MarketingConsentsBuilder builder() {
		return new MarketingConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to about the transfer of data to third parties.
 *
 * @param profiling for profiling
 * @param marketing for marketing
 * @param unknown the members that this library does not know
 */
public record ThirdPartyTransferConsents(Consent profiling, Consent marketing,
		JsonObject unknown) implements ApiObject, ThirdPartyTransferConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ThirdPartyTransferConsents {
		profiling = Members.object(profiling, Consent.class);
		marketing = Members.object(marketing, Consent.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ThirdPartyTransferConsentsBuilder builder() {
		return new ThirdPartyTransferConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

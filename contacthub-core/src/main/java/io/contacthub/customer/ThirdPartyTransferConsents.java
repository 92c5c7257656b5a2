package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.Members;
import io.contacthub.json.Properties;

/**
 * What a customer has agreed to about the transfer of data to third parties.
 *
 * @param profiling for profiling
 * @param marketing for marketing
 * @param unknown the members that this library does not know
 */
public record ThirdPartyTransferConsents(Consent profiling, Consent marketing,
		Properties unknown) implements ApiObject, ThirdPartyTransferConsentsBuilder.Withers {

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

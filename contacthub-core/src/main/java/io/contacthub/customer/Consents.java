package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What a customer has agreed to. A newsletter by e-mail, for instance, is
 * {@code marketing().automatic().email()}. That it was subscribed to is a
 * {@link Subscription}: this library changes neither because of the other.
 *
 * @param disclaimer the disclaimer that was read
 * @param marketing about marketing
 * @param profiling about profiling
 * @param softSpam about messages on products like those bought
 * @param thirdPartyTransfer about the transfer to third parties
 * @param unknown the members that this library does not know
 */
public record Consents(Disclaimer disclaimer, MarketingConsents marketing, ProfilingConsents profiling,
		SoftSpamConsents softSpam, ThirdPartyTransferConsents thirdPartyTransfer,
		JsonObject unknown) implements ApiObject, ConsentsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Consents {
		disclaimer = Members.object(disclaimer, Disclaimer.class);
		marketing = Members.object(marketing, MarketingConsents.class);
		profiling = Members.object(profiling, ProfilingConsents.class);
		softSpam = Members.object(softSpam, SoftSpamConsents.class);
		thirdPartyTransfer = Members.object(thirdPartyTransfer, ThirdPartyTransferConsents.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ConsentsBuilder builder() {
		return new ConsentsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

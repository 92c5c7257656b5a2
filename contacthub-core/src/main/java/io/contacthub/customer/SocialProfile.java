package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The names of a customer in social networks.
 *
 * @param facebook the name at Facebook
 * @param google the name at Google
 * @param instagram the name at Instagram
 * @param linkedin the name at LinkedIn
 * @param qzone the name at Qzone
 * @param twitter the name at Twitter
 * @param unknown the members that this library does not know
 */
public record SocialProfile(@Nullable String facebook, @Nullable String google, @Nullable String instagram,
		@Nullable String linkedin, @Nullable String qzone, @Nullable String twitter,
		JsonObject unknown) implements ApiObject, SocialProfileBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SocialProfile {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SocialProfileBuilder builder() {
		return new SocialProfileBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

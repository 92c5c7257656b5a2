package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * One consent.
 *
 * @param status whether it was given
 * @param limitation whether the customer has restricted the processing
 * @param objection whether the customer has objected
 * @param unknown the members that this library does not know
 */
public record Consent(@Nullable Boolean status, @Nullable Boolean limitation, @Nullable Boolean objection,
		JsonObject unknown) implements ApiObject, ConsentBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Consent {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ConsentBuilder builder() {
		return new ConsentBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

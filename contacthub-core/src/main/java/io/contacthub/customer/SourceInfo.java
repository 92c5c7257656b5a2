package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Sources that a customer comes from.
 *
 * @param registeredBy the source that registered the customer
 * @param updatedBy the source that updated the customer last
 * @param unknown the members that this library does not know
 */
public record SourceInfo(@Nullable String registeredBy, @Nullable String updatedBy,
		JsonObject unknown) implements ApiObject, SourceInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SourceInfo {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SourceInfoBuilder builder() {
		return new SourceInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

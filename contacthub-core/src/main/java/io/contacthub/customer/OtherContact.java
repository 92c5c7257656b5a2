package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A further way to reach a customer.
 *
 * @param name its name
 * @param type what it is
 * @param value the number or address
 * @param unknown the members that this library does not know
 */
public record OtherContact(@Nullable String name, @Nullable OtherContactType type, @Nullable String value,
		JsonObject unknown) implements ApiObject, OtherContactBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public OtherContact {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static OtherContactBuilder builder() {
		return new OtherContactBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

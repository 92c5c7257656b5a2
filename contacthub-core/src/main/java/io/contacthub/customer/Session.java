package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A session that is tied to a customer.
 *
 * @param id the id that ContactHub gave it
 * @param value the session id that the application chose
 * @param unknown the members that this library does not know
 */
public record Session(@Nullable String id, @Nullable String value,
		JsonObject unknown) implements ApiObject, SessionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Session {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SessionBuilder builder() {
		return new SessionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a customer in the application.
 *
 * @param username the name
 * @param password the password, as it was stored
 * @param unknown the members that this library does not know
 */
public record Credential(@Nullable String username, @Nullable String password,
		JsonObject unknown) implements ApiObject, CredentialBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Credential {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static CredentialBuilder builder() {
		return new CredentialBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reach a person.
 *
 * @param email the e-mail address
 * @param phone the telephone number
 * @param mobilePhone the number of the mobile phone
 * @param unknown the members that this library does not know
 */
public record PersonContacts(@Nullable String email, @Nullable String phone, @Nullable String mobilePhone,
		JsonObject unknown) implements ApiObject, PersonContactsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public PersonContacts {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static PersonContactsBuilder builder() {
		return new PersonContactsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.customer;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reach a customer.
 *
 * @param email the e-mail address
 * @param fax the fax number
 * @param mobilePhone the number of the mobile phone
 * @param phone the telephone number
 * @param otherContacts further ways
 * @param mobileDevices the devices that can be notified
 * @param unknown the members that this library does not know
 */
public record Contacts(@Nullable String email, @Nullable String fax, @Nullable String mobilePhone,
		@Nullable String phone, List<OtherContact> otherContacts, List<MobileDevice> mobileDevices,
		JsonObject unknown) implements ApiObject, ContactsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Contacts {
		otherContacts = Members.list(otherContacts);
		mobileDevices = Members.list(mobileDevices);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ContactsBuilder builder() {
		return new ContactsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

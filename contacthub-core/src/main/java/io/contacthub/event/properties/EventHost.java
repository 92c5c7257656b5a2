package io.contacthub.event.properties;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Person who received the customer at an event.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param title the title
 * @param contacts the ways to reach the person
 * @param unknown the members that this library does not know
 */
public record EventHost(@Nullable String firstName, @Nullable String lastName, @Nullable String title,
		PersonContacts contacts, JsonObject unknown) implements ApiObject, EventHostBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EventHost {
		contacts = Members.object(contacts, PersonContacts.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventHostBuilder builder() {
		return new EventHostBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

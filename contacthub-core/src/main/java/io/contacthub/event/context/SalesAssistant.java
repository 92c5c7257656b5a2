package io.contacthub.event.context;

import io.contacthub.event.properties.PersonContacts;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.processor.Required;
import org.jspecify.annotations.Nullable;

/**
 * Person who served the customer in a store.
 *
 * @param id the id; required
 * @param firstName the first name
 * @param lastName the last name
 * @param contacts the ways to reach the person
 * @param unknown the members that this library does not know
 */
public record SalesAssistant(@Required @Nullable String id, @Nullable String firstName, @Nullable String lastName,
		PersonContacts contacts, JsonObject unknown) implements ApiObject, SalesAssistantBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SalesAssistant {
		contacts = Members.object(contacts, PersonContacts.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SalesAssistantBuilder builder() {
		return new SalesAssistantBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

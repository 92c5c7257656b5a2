package io.contacthub.event;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What brings an event to a customer whose id is not known yet.
 *
 * @param type what the value is
 * @param value the session id or the external id
 * @param nodeId the node in which the customer is looked for; set by the repository
 * @param unknown the members that this library does not know
 */
public record BringBackProperties(@Nullable BringBackType type, @Nullable String value, @Nullable String nodeId,
		JsonObject unknown) implements ApiObject, BringBackPropertiesBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public BringBackProperties {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static BringBackPropertiesBuilder builder() {
		return new BringBackPropertiesBuilder();
	}

	/**
	 * Bring the event to the customer of a session, as soon as there is one.
	 * @param sessionId the session id
	 * @return the properties
	 */
	public static BringBackProperties session(String sessionId) {
		return builder().type(BringBackType.SESSION_ID).value(sessionId).build();
	}

	/**
	 * Bring the event to the customer with an external id; if there is none, ContactHub
	 * creates an empty one.
	 * @param externalId the id of the customer in the application
	 * @return the properties
	 */
	public static BringBackProperties externalId(String externalId) {
		return builder().type(BringBackType.EXTERNAL_ID).value(externalId).build();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.properties;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * The customer logged out. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#LOGGED_OUT}.
 *
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record LoggedOut(JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, LoggedOutBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public LoggedOut {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static LoggedOutBuilder builder() {
		return new LoggedOutBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

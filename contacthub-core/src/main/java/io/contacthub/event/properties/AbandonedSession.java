package io.contacthub.event.properties;

import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A session was abandoned. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#ABANDONED_SESSION}.
 *
 * @param abandonedSessionUrl the address of the session
 * @param products the products
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record AbandonedSession(@Nullable String abandonedSessionUrl, List<SessionProduct> products,
		JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements EventProperties, AbandonedSessionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AbandonedSession {
		products = Members.list(products);
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AbandonedSessionBuilder builder() {
		return new AbandonedSessionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

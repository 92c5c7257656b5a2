package io.contacthub.event;

import java.time.Instant;

import io.contacthub.json.ApiObject;
import io.contacthub.json.Members;
import io.contacthub.json.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did, or what was done to a customer.
 *
 * @param id the id, absent before the event is added; set by ContactHub
 * @param customerId the customer of the event
 * @param bringBackProperties what brings the event to a customer whose id is not known
 * @param type what happened
 * @param context where it happened
 * @param date when it happened; without it, when ContactHub receives the event
 * @param properties what belongs to the type, at most 64 KB
 * @param contextInfo what belongs to the context, at most 64 KB; without it, ContactHub
 * adds the address and the user agent of the request
 * @param tracking parameters of tracking tools
 * @param registeredAt when the event was stored; set by ContactHub
 * @param updatedAt when the event was updated; set by ContactHub
 * @param unknown the members that this library does not know
 */
public record Event(@Nullable String id, @Nullable String customerId, BringBackProperties bringBackProperties,
		@Nullable EventType type, @Nullable EventContext context, @Nullable Instant date, Properties properties,
		Properties contextInfo, Properties tracking, @Nullable Instant registeredAt, @Nullable Instant updatedAt,
		Properties unknown) implements ApiObject, EventBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Event {
		bringBackProperties = Members.object(bringBackProperties, BringBackProperties.class);
		properties = Members.properties(properties);
		contextInfo = Members.properties(contextInfo);
		tracking = Members.properties(tracking);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EventBuilder builder() {
		return new EventBuilder();
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

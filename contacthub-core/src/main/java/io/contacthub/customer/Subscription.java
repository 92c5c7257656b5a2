package io.contacthub.customer;

import java.time.Instant;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of a customer: the record that a newsletter or another service was
 * subscribed to. Whether the customer may be written to is a matter of {@link Consents}:
 * this library changes neither because of the other.
 *
 * @param id the id, chosen by the application and required
 * @param name the name
 * @param type the type, in the words of the application
 * @param kind what it is for
 * @param subscribed whether the customer is subscribed
 * @param startDate since when
 * @param endDate until when
 * @param subscriberId the id of the subscriber
 * @param registeredAt when it was registered
 * @param updatedAt when it was updated last
 * @param preferences the preferences of the subscriber
 * @param unknown the members that this library does not know
 */
public record Subscription(@Nullable String id, @Nullable String name, @Nullable String type,
		@Nullable SubscriptionKind kind, @Nullable Boolean subscribed, @Nullable Instant startDate,
		@Nullable Instant endDate, @Nullable String subscriberId, @Nullable Instant registeredAt,
		@Nullable Instant updatedAt, List<Preference> preferences,
		JsonObject unknown) implements ApiObject, SubscriptionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Subscription {
		preferences = Members.list(preferences);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SubscriptionBuilder builder() {
		return new SubscriptionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

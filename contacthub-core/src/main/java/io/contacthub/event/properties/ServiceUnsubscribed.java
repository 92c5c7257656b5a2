package io.contacthub.event.properties;

import java.time.Instant;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A service was unsubscribed from. These are the properties of events of the type
 * {@link io.contacthub.event.EventType#SERVICE_UNSUBSCRIBED}.
 *
 * @param subscriberId the id of the subscriber
 * @param serviceId the id of the service
 * @param serviceName the name of the service
 * @param serviceType the type of the service
 * @param startDate since when
 * @param endDate until when
 * @param extraProperties further properties, of any name
 * @param extended properties that the workspace defines
 * @param unknown the members that this library does not know
 */
public record ServiceUnsubscribed(@Nullable String subscriberId, @Nullable String serviceId,
		@Nullable String serviceName, @Nullable String serviceType, @Nullable Instant startDate,
		@Nullable Instant endDate, JsonObject extraProperties, JsonObject extended,
		JsonObject unknown) implements ServiceProperties, ServiceUnsubscribedBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ServiceUnsubscribed {
		extraProperties = Members.properties(extraProperties);
		extended = Members.properties(extended);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ServiceUnsubscribedBuilder builder() {
		return new ServiceUnsubscribedBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

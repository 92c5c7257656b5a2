package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A device of a customer.
 *
 * @param identifier the identifier of the device
 * @param appId the application on it
 * @param name its name
 * @param type its operating system
 * @param notificationService the service that notifies it
 * @param unknown the members that this library does not know
 */
public record MobileDevice(@Nullable String identifier, @Nullable String appId, @Nullable String name,
		@Nullable MobileDeviceType type, @Nullable NotificationService notificationService,
		JsonObject unknown) implements ApiObject, MobileDeviceBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public MobileDevice {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static MobileDeviceBuilder builder() {
		return new MobileDeviceBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

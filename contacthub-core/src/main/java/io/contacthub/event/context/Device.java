package io.contacthub.event.context;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A mobile device.
 *
 * @param bundleIdentifier the identifier of the application
 * @param versionNumber the version of the application
 * @param buildNumber the build of the application
 * @param identifierForVendor the identifier of the device for the vendor of the
 * application
 * @param systemVersion the version of the operating system
 * @param model the model
 * @param deviceVendor the vendor of the device
 * @param locale the locale
 * @param language the language
 * @param unknown the members that this library does not know
 */
public record Device(@Nullable String bundleIdentifier, @Nullable String versionNumber, @Nullable String buildNumber,
		@Nullable String identifierForVendor, @Nullable String systemVersion, @Nullable String model,
		@Nullable String deviceVendor, @Nullable String locale, @Nullable String language,
		JsonObject unknown) implements ApiObject, DeviceBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Device {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static DeviceBuilder builder() {
		return new DeviceBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.context;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * Context information of an event in a mobile application.
 *
 * @param client the program
 * @param user who used it
 * @param device the device
 * @param unknown the members that this library does not know
 */
public record MobileContextInfo(Client client, User user, Device device,
		JsonObject unknown) implements ContextInfo, MobileContextInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public MobileContextInfo {
		client = Members.object(client, Client.class);
		user = Members.object(user, User.class);
		device = Members.object(device, Device.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static MobileContextInfoBuilder builder() {
		return new MobileContextInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.event.context;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * Context information of an event in the contexts that say nothing more: web, social,
 * digital campaign, contact center, IoT and other.
 *
 * @param client the program
 * @param user who used it
 * @param unknown the members that this library does not know
 */
public record GeneralContextInfo(Client client, User user,
		JsonObject unknown) implements ContextInfo, GeneralContextInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GeneralContextInfo {
		client = Members.object(client, Client.class);
		user = Members.object(user, User.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GeneralContextInfoBuilder builder() {
		return new GeneralContextInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

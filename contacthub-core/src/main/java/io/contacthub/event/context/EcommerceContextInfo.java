package io.contacthub.event.context;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * Context information of an event in a web shop.
 *
 * @param client the program
 * @param user who used it
 * @param store the shop
 * @param unknown the members that this library does not know
 */
public record EcommerceContextInfo(Client client, User user, Store store,
		JsonObject unknown) implements ContextInfo, EcommerceContextInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EcommerceContextInfo {
		client = Members.object(client, Client.class);
		user = Members.object(user, User.class);
		store = Members.object(store, Store.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EcommerceContextInfoBuilder builder() {
		return new EcommerceContextInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

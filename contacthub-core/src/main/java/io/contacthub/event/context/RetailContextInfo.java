package io.contacthub.event.context;

import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * Context information of an event in a shop.
 *
 * @param client the program
 * @param user who used it
 * @param store the shop
 * @param salesAssistant who served the customer
 * @param unknown the members that this library does not know
 */
public record RetailContextInfo(Client client, User user, Store store, SalesAssistant salesAssistant,
		JsonObject unknown) implements ContextInfo, RetailContextInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public RetailContextInfo {
		client = Members.object(client, Client.class);
		user = Members.object(user, User.class);
		store = Members.object(store, Store.class);
		salesAssistant = Members.object(salesAssistant, SalesAssistant.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static RetailContextInfoBuilder builder() {
		return new RetailContextInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

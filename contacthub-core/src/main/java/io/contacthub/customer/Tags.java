package io.contacthub.customer;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * The tags of a customer.
 *
 * @param auto the tags that automations of ContactHub set
 * @param manual the tags that applications and people set
 * @param unknown the members that this library does not know
 */
public record Tags(List<String> auto, List<String> manual,
		JsonObject unknown) implements ApiObject, TagsBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Tags {
		auto = Members.list(auto);
		manual = Members.list(manual);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static TagsBuilder builder() {
		return new TagsBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

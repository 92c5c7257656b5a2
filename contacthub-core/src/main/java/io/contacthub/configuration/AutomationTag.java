package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * What an {@link Automation} changes in the tags of the customer.
 *
 * @param operations the changes in their order
 * @param unknown the members that this library does not know
 */
public record AutomationTag(List<TagOperation> operations,
		JsonObject unknown) implements ApiObject, AutomationTagBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public AutomationTag {
		operations = Members.list(operations);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static AutomationTagBuilder builder() {
		return new AutomationTagBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

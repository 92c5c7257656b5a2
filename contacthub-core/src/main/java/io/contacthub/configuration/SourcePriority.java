package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * The sources of a workspace by the weight of what they say.
 *
 * @param priority the ids of the sources, that of the weightiest first
 * @param unknown the members that this library does not know
 */
public record SourcePriority(List<String> priority,
		JsonObject unknown) implements ApiObject, SourcePriorityBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public SourcePriority {
		priority = Members.list(priority);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static SourcePriorityBuilder builder() {
		return new SourcePriorityBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What makes two customers the same one.
 *
 * @param properties the paths of the properties that they have in common, such as {@code
 * base.contacts.email}
 * @param caseSensitive whether upper and lower case are told apart
 * @param unknown the members that this library does not know
 */
public record MatchingPolicy(List<String> properties, @Nullable Boolean caseSensitive,
		JsonObject unknown) implements ApiObject, MatchingPolicyBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public MatchingPolicy {
		properties = Members.list(properties);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static MatchingPolicyBuilder builder() {
		return new MatchingPolicyBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

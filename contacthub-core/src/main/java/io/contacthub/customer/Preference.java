package io.contacthub.customer;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A preference of a subscriber.
 *
 * @param key its name
 * @param value its value
 * @param unknown the members that this library does not know
 */
public record Preference(@Nullable String key, @Nullable String value,
		JsonObject unknown) implements ApiObject, PreferenceBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public Preference {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static PreferenceBuilder builder() {
		return new PreferenceBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

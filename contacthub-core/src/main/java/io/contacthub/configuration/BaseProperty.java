package io.contacthub.configuration;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A property of customers that all workspaces share, and whether this one uses it.
 *
 * @param name the name; set by ContactHub
 * @param description the description; set by ContactHub
 * @param enabled whether the workspace uses it
 * @param unknown the members that this library does not know
 */
public record BaseProperty(@Nullable String name, @Nullable String description, @Nullable Boolean enabled,
		JsonObject unknown) implements ApiObject, BasePropertyBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public BaseProperty {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static BasePropertyBuilder builder() {
		return new BasePropertyBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

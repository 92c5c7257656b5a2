package io.contacthub.configuration;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A node that shows the customers of other nodes together.
 *
 * @param id the id; set by ContactHub
 * @param name the name
 * @param description the description
 * @param imageUrl the address of an image
 * @param unknown the members that this library does not know
 */
public record ViewNode(@Nullable String id, @Nullable String name, @Nullable String description,
		@Nullable String imageUrl, JsonObject unknown) implements ApiObject, ViewNodeBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public ViewNode {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static ViewNodeBuilder builder() {
		return new ViewNodeBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

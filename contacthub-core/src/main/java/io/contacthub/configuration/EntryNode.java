package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A node that customers and events are stored in.
 *
 * @param id the id; set by ContactHub
 * @param name the name
 * @param description the description
 * @param imageUrl the address of an image
 * @param sourcePriority the ids of the sources by weight, where it differs from that of
 * the workspace
 * @param mandatoryProperties the paths of the properties without which the node takes no
 * customer
 * @param unknown the members that this library does not know
 */
public record EntryNode(@Nullable String id, @Nullable String name, @Nullable String description,
		@Nullable String imageUrl, List<String> sourcePriority, List<String> mandatoryProperties,
		JsonObject unknown) implements ApiObject, EntryNodeBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public EntryNode {
		sourcePriority = Members.list(sourcePriority);
		mandatoryProperties = Members.list(mandatoryProperties);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static EntryNodeBuilder builder() {
		return new EntryNodeBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

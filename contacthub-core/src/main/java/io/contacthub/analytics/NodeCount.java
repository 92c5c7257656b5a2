package io.contacthub.analytics;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * Number of customers or events of a node.
 *
 * @param nodeId the id of the node; in the count of customers it may be a state instead,
 * as ContactHub describes it
 * @param count how many
 * @param unknown the members that this library does not know
 */
public record NodeCount(@Nullable String nodeId, @Nullable Long count,
		JsonObject unknown) implements ApiObject, NodeCountBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public NodeCount {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static NodeCountBuilder builder() {
		return new NodeCountBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.configuration;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A node in its place in the {@link NodeHierarchy}.
 *
 * @param id the id of the entry or view node
 * @param children the nodes within it
 * @param nodePriority the ids of the entry nodes by weight
 * @param unknown the members that this library does not know
 */
public record HierarchyNode(@Nullable String id, List<HierarchyNode> children, List<String> nodePriority,
		JsonObject unknown) implements ApiObject, HierarchyNodeBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public HierarchyNode {
		children = Members.list(children);
		nodePriority = Members.list(nodePriority);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static HierarchyNodeBuilder builder() {
		return new HierarchyNodeBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

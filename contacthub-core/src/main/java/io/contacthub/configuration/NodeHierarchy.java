package io.contacthub.configuration;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;

/**
 * How the nodes of a workspace are nested.
 *
 * @param tree the outermost node
 * @param unknown the members that this library does not know
 */
public record NodeHierarchy(HierarchyNode tree, JsonObject unknown) implements ApiObject, NodeHierarchyBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public NodeHierarchy {
		tree = Members.object(tree, HierarchyNode.class);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static NodeHierarchyBuilder builder() {
		return new NodeHierarchyBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.user;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do with the customers of a node.
 *
 * @param id the id of the node
 * @param permission what may be done
 * @param unknown the members that this library does not know
 */
public record NodePermission(@Nullable String id, @Nullable Permission permission,
		JsonObject unknown) implements ApiObject, NodePermissionBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public NodePermission {
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static NodePermissionBuilder builder() {
		return new NodePermissionBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

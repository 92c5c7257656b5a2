package io.contacthub.user;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as the users of a group may see it.
 *
 * @param id the id
 * @param name the name
 * @param nodes the nodes, with what may be done with their customers
 * @param unknown the members that this library does not know
 */
public record WorkspaceInfo(@Nullable String id, @Nullable String name, List<NodePermission> nodes,
		JsonObject unknown) implements ApiObject, WorkspaceInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public WorkspaceInfo {
		nodes = Members.list(nodes);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static WorkspaceInfoBuilder builder() {
		return new WorkspaceInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

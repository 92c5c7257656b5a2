package io.contacthub.configuration;

import java.time.Instant;
import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import io.contacthub.user.NodePermission;
import org.jspecify.annotations.Nullable;

/**
 * A user of a workspace: a person who signs in to ContactHub.
 *
 * @param id the id; set by ContactHub
 * @param name the name; set by ContactHub
 * @param registeredAt when the user was stored; set by ContactHub
 * @param updatedAt when the user was updated; set by ContactHub
 * @param nodes what the user may do in which node
 * @param unknown the members that this library does not know
 */
public record WorkspaceUser(@Nullable String id, @Nullable String name, @Nullable Instant registeredAt,
		@Nullable Instant updatedAt, List<NodePermission> nodes,
		JsonObject unknown) implements ApiObject, WorkspaceUserBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public WorkspaceUser {
		nodes = Members.list(nodes);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static WorkspaceUserBuilder builder() {
		return new WorkspaceUserBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

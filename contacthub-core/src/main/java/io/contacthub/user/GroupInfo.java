package io.contacthub.user;

import java.util.List;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

/**
 * A group of users.
 *
 * @param id the id
 * @param name the name
 * @param workspaces the workspaces that its users may see
 * @param unknown the members that this library does not know
 */
public record GroupInfo(@Nullable String id, @Nullable String name, List<WorkspaceInfo> workspaces,
		JsonObject unknown) implements ApiObject, GroupInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public GroupInfo {
		workspaces = Members.list(workspaces);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static GroupInfoBuilder builder() {
		return new GroupInfoBuilder();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

package io.contacthub.user;

import java.util.List;

import io.contacthub.client.ContactHubClient;
import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Whom a token belongs to.
 *
 * @param id the id
 * @param name the name
 * @param surname the surname
 * @param groups the groups, with what they may see
 * @param unknown the members that this library does not know
 */
public record UserInfo(@Nullable String id, @Nullable String name, @Nullable String surname, List<GroupInfo> groups,
		JsonObject unknown) implements ApiObject, UserInfoBuilder.Withers {

	/**
	 * Complete what is absent.
	 */
	public UserInfo {
		groups = Members.list(groups);
		unknown = Members.unknown(unknown);
	}

	/**
	 * Start with all members absent.
	 * @return a builder
	 */
	public static UserInfoBuilder builder() {
		return new UserInfoBuilder();
	}

	/**
	 * Read whom the token of a client belongs to; {@code GET /me}. For this library.
	 * @param client the transport
	 * @return the user
	 */
	public static UserInfo read(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		return client.createApi(UserApi.class).get();
	}

	private Object writeReplace() {
		return Members.serialized(this);
	}

	@Override
	public String toString() {
		return Members.describe(this);
	}

}

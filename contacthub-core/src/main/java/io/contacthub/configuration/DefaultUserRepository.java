package io.contacthub.configuration;

import java.util.List;
import java.util.Map;

import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The users, by way of the API.
 */
class DefaultUserRepository extends DefaultConfigurationRepository<WorkspaceUser, ConfigurationListApi.Users> {

	DefaultUserRepository(ContactHubClient client) {
		super(client, ConfigurationListApi.Users.class, WorkspaceUser::id);
	}

	@Override
	Map<String, @Nullable Object> members(WorkspaceUser user) {
		Map<String, @Nullable Object> members = super.members(user);
		members.keySet().retainAll(List.of("nodes"));
		Assert.isTrue(members.get("nodes") != null,
				"nodes of the user are missing: they are all that can be replaced, give an empty list for none");
		return members;
	}

}

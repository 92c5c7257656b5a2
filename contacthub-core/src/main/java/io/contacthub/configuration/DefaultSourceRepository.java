package io.contacthub.configuration;

import java.util.Map;

import io.contacthub.client.ContactHubClient;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The sources, by way of the API.
 */
class DefaultSourceRepository extends DefaultConfigurationRepository<Source, ConfigurationListApi.Sources>
		implements SourceRepository {

	private static final String NAME = "name";

	DefaultSourceRepository(ContactHubClient client) {
		super(client, ConfigurationListApi.Sources.class, Source::id);
	}

	@Override
	public Source getById(String id) {
		refusePriority(id);
		return super.getById(id);
	}

	@Override
	public Source replace(Source source) {
		Assert.notNull(source, "source is null: give the source to be stored");
		refusePriority(source.id());
		return super.replace(source);
	}

	@Override
	public Source insert(Source source) {
		Assert.notNull(source, "source is null: give the source to be stored");
		return api().insert(inserted(source));
	}

	@Override
	public void deleteById(String id) {
		refusePriority(id);
		api().delete(id);
	}

	@Override
	public Source refreshToken(String id) {
		refusePriority(id);
		return api().refreshToken(id);
	}

	/**
	 * Refuse what is no id but the path of another operation.
	 */
	private static void refusePriority(@Nullable String id) {
		Assert.isTrue(!"priority".equals(id),
				"id is 'priority': that is the path of the priority of the sources, see sourcePriority()");
	}

	@Override
	Map<String, @Nullable Object> members(Source source) {
		Map<String, @Nullable Object> members = super.members(source);
		require(members, "provider", "set it, such as SourceProvider.API");
		require(members, NAME, "choose one");
		Assert.isTrue(!(members.get(NAME) instanceof String name && name.isBlank()),
				"name of the source is blank: choose one");
		require(members, "nodes", "name those that it may use, or give an empty list");
		members.putIfAbsent("properties", JsonObject.of());
		members.remove("token");
		return members;
	}

	private static void require(Map<String, @Nullable Object> members, String name, String remedy) {
		Assert.isTrue(members.get(name) != null, () -> name + " of the source is missing: " + remedy);
	}

}

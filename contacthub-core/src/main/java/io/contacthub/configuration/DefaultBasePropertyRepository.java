package io.contacthub.configuration;

import java.util.List;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * The base properties, by way of the API.
 */
class DefaultBasePropertyRepository implements BasePropertyRepository {

	private final ContactHubClient client;

	DefaultBasePropertyRepository(ContactHubClient client) {
		this.client = client;
	}

	@Override
	public List<BaseProperty> findAll() {
		return api().baseProperties().elements();
	}

	@Override
	public BaseProperty replace(BaseProperty property) {
		Assert.notNull(property, "property is null: give the property to be stored");
		String name = property.name();
		Assert.hasText(name, "name of the property is missing: it is found by it");
		return api().replaceBaseProperty(name, property);
	}

	private ConfigurationApi api() {
		return this.client.createApi(ConfigurationApi.class);
	}

}

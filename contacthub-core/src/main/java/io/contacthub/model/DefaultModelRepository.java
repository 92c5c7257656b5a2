package io.contacthub.model;

import java.util.List;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * The models of a workspace, by way of the API.
 */
class DefaultModelRepository implements ModelRepository {

	private final ContactHubClient client;

	DefaultModelRepository(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	private ModelApi api() {
		return this.client.createApi(ModelApi.class);
	}

	@Override
	public BasePropertiesModel findBaseProperties() {
		return api().baseProperties();
	}

	@Override
	public List<ContextModel> findContexts() {
		return api().contexts().elements();
	}

	@Override
	public List<ProviderModel> findProviders() {
		return api().providers().elements();
	}

	@Override
	public List<MergePolicy> findMergePolicies() {
		return api().mergePolicies().elements();
	}

}

package io.contacthub.configuration;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * The view nodes, by way of the API.
 */
class DefaultViewNodeRepository extends DefaultConfigurationRepository<ViewNode, ConfigurationListApi.ViewNodes>
		implements ViewNodeRepository {

	DefaultViewNodeRepository(ContactHubClient client) {
		super(client, ConfigurationListApi.ViewNodes.class, ViewNode::id);
	}

	@Override
	public ViewNode insert(ViewNode node) {
		Assert.notNull(node, "node is null: give the node to be stored");
		return api().insert(inserted(node));
	}

	@Override
	public void deleteById(String id) {
		api().delete(id);
	}

}

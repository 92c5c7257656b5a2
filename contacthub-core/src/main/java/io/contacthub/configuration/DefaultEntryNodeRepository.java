package io.contacthub.configuration;

import io.contacthub.client.ContactHubClient;

import org.springframework.util.Assert;

/**
 * The entry nodes, by way of the API.
 */
class DefaultEntryNodeRepository extends DefaultConfigurationRepository<EntryNode, ConfigurationListApi.EntryNodes>
		implements EntryNodeRepository {

	DefaultEntryNodeRepository(ContactHubClient client) {
		super(client, ConfigurationListApi.EntryNodes.class, EntryNode::id);
	}

	@Override
	public EntryNode insert(EntryNode node) {
		Assert.notNull(node, "node is null: give the node to be stored");
		return api().insert(inserted(node));
	}

}

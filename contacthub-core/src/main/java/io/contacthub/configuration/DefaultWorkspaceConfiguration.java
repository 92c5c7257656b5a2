package io.contacthub.configuration;

import java.util.LinkedHashMap;

import io.contacthub.client.ContactHubClient;
import io.contacthub.json.JsonObject;
import io.contacthub.json.RequestDocument;

import org.springframework.util.Assert;

/**
 * The configuration of a workspace, by way of the API. Its parts hold nothing but the
 * client.
 */
class DefaultWorkspaceConfiguration implements WorkspaceConfiguration {

	private final ContactHubClient client;

	DefaultWorkspaceConfiguration(ContactHubClient client) {
		Assert.notNull(client, "client is null: give the transport to the workspace");
		this.client = client;
	}

	@Override
	public ConfigurationDocument<WorkspaceSettings> settings() {
		return new DefaultConfigurationDocument<>(this.client, ConfigurationApi::settings,
				ConfigurationApi::replaceSettings);
	}

	@Override
	public ConfigurationDocument<MatchingPolicy> matchingPolicy() {
		return new DefaultConfigurationDocument<>(this.client, ConfigurationApi::matchingPolicy,
				ConfigurationApi::replaceMatchingPolicy);
	}

	@Override
	public BasePropertyRepository baseProperties() {
		return new DefaultBasePropertyRepository(this.client);
	}

	@Override
	public ConfigurationDocument<JsonObject> extendedProperties() {
		return new DefaultConfigurationDocument<>(this.client, (api) -> api.extendedProperties().schema(), (api,
				schema) -> api.replaceExtendedProperties(RequestDocument.of(new LinkedHashMap<>(schema))).schema());
	}

	@Override
	public ConfigurationRepository<EventConfiguration> events() {
		return new DefaultConfigurationRepository<>(this.client, ConfigurationListApi.Events.class,
				EventConfiguration::id);
	}

	@Override
	public SourceRepository sources() {
		return new DefaultSourceRepository(this.client);
	}

	@Override
	public ConfigurationDocument<SourcePriority> sourcePriority() {
		return new DefaultConfigurationDocument<>(this.client, ConfigurationApi::sourcePriority,
				ConfigurationApi::replaceSourcePriority);
	}

	@Override
	public ConfigurationRepository<WorkspaceUser> users() {
		return new DefaultUserRepository(this.client);
	}

	@Override
	public EntryNodeRepository entryNodes() {
		return new DefaultEntryNodeRepository(this.client);
	}

	@Override
	public ViewNodeRepository viewNodes() {
		return new DefaultViewNodeRepository(this.client);
	}

	@Override
	public ConfigurationDocument<NodeHierarchy> nodeHierarchy() {
		return new DefaultConfigurationDocument<>(this.client, ConfigurationApi::nodeHierarchy,
				ConfigurationApi::replaceNodeHierarchy);
	}

	@Override
	public AutomationRepository automations() {
		return new DefaultAutomationRepository(this.client);
	}

}

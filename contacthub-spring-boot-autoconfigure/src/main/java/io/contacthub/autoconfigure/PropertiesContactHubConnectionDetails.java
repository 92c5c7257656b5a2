package io.contacthub.autoconfigure;

/**
 * A connection as the properties say it.
 */
class PropertiesContactHubConnectionDetails implements ContactHubConnectionDetails {

	private final ContactHubProperties properties;

	private final String prefix;

	/**
	 * Create the details.
	 * @param properties the properties
	 * @param prefix where the properties are, for messages
	 */
	PropertiesContactHubConnectionDetails(ContactHubProperties properties, String prefix) {
		this.properties = properties;
		this.prefix = prefix;
	}

	@Override
	public String getWorkspaceId() {
		return ContactHubConfigurationException.required(this.prefix + ".workspace-id", this.properties.workspaceId());
	}

	@Override
	public String getToken() {
		return ContactHubConfigurationException.required(this.prefix + ".token", this.properties.token());
	}

	@Override
	public String getNodeId() {
		return ContactHubConfigurationException.required(this.prefix + ".node-id", this.properties.nodeId());
	}

	@Override
	public String getBaseUrl() {
		return this.properties.baseUrl();
	}

}

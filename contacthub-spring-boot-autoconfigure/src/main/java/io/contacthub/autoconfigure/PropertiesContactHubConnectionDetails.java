package io.contacthub.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A connection as the properties say it.
 */
class PropertiesContactHubConnectionDetails implements ContactHubConnectionDetails {

	private final ConnectionProperties properties;

	private final @Nullable ConnectionFile file;

	private final String prefix;

	/**
	 * Create the details.
	 * @param properties the properties
	 * @param prefix where the properties are, for messages
	 */
	PropertiesContactHubConnectionDetails(ConnectionProperties properties, String prefix) {
		this.properties = properties.withIniFile();
		this.file = ConnectionFile.of(properties.iniFile());
		this.prefix = prefix;
	}

	@Override
	public String getWorkspaceId() {
		return required("workspace-id", this.properties.workspaceId());
	}

	@Override
	public String getToken() {
		return required("token", this.properties.token());
	}

	@Override
	public @Nullable String getValidationToken() {
		return this.properties.validation().token();
	}

	@Override
	public String getNodeId() {
		return ContactHubConfigurationException.required(this.prefix + ".node-id", this.properties.nodeId());
	}

	@Override
	public String getBaseUrl() {
		return this.properties.address();
	}

	private String required(String name, @Nullable String value) {
		if (this.file != null && ContactHubConfigurationException.isMissing(value)) {
			throw this.file.missing(this.prefix, name);
		}
		return ContactHubConfigurationException.required(this.prefix + "." + name, value);
	}

}

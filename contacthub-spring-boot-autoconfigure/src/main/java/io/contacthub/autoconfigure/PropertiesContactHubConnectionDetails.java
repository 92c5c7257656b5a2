package io.contacthub.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Adapts {@link ContactHubProperties} to {@link ContactHubConnectionDetails}.
 */
class PropertiesContactHubConnectionDetails implements ContactHubConnectionDetails {

	private final ContactHubProperties properties;

	PropertiesContactHubConnectionDetails(ContactHubProperties properties) {
		this.properties = properties;
	}

	@Override
	public String getWorkspaceId() {
		return required("contacthub.workspace-id", this.properties.workspaceId());
	}

	@Override
	public String getToken() {
		return required("contacthub.token", this.properties.token());
	}

	@Override
	public String getNodeId() {
		return required("contacthub.node-id", this.properties.nodeId());
	}

	@Override
	public String getBaseUrl() {
		return this.properties.baseUrl();
	}

	private static String required(String name, @Nullable String value) {
		// a placeholder without a value is left as it is written
		if (!StringUtils.hasText(value) || value.startsWith("${")) {
			throw new MissingContactHubPropertyException(name);
		}
		return value;
	}

}

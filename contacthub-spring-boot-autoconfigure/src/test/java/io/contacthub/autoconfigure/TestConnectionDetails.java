package io.contacthub.autoconfigure;

import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

/**
 * Connection details that an application says itself.
 *
 * @param named the connection to each workspace with a name, unless it is as the
 * properties say
 */
record TestConnectionDetails(@Nullable String workspaceId, @Nullable String token, @Nullable String nodeId,
		String baseUrl, @Nullable ContactHubConnectionDetails named) implements ContactHubConnectionDetails {

	static TestConnectionDetails of(@Nullable String workspaceId, @Nullable String token, @Nullable String nodeId) {
		return new TestConnectionDetails(workspaceId, token, nodeId, ContactHubClient.DEFAULT_BASE_URL, null);
	}

	TestConnectionDetails withBaseUrl(String baseUrl) {
		return new TestConnectionDetails(this.workspaceId, this.token, this.nodeId, baseUrl, this.named);
	}

	TestConnectionDetails withNamed(ContactHubConnectionDetails named) {
		return new TestConnectionDetails(this.workspaceId, this.token, this.nodeId, this.baseUrl, named);
	}

	@Override
	public String getWorkspaceId() {
		return this.workspaceId;
	}

	@Override
	public String getToken() {
		return this.token;
	}

	@Override
	public String getNodeId() {
		return this.nodeId;
	}

	@Override
	public String getBaseUrl() {
		return this.baseUrl;
	}

	@Override
	public @Nullable ContactHubConnectionDetails getWorkspace(String name) {
		return this.named;
	}

	@Override
	public String getNodeId(String name) {
		return name + "-of-" + this.nodeId;
	}

}

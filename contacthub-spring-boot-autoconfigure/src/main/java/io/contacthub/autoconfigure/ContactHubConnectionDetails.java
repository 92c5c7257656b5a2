package io.contacthub.autoconfigure;

import io.contacthub.client.ContactHubClient;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where ContactHub is and how to get in. A bean of this type takes the place of the
 * properties {@code contacthub.workspace-id}, {@code token}, {@code node-id} and
 * {@code base-url}.
 */
public interface ContactHubConnectionDetails extends ConnectionDetails {

	/**
	 * The workspace.
	 * @return its id
	 */
	String getWorkspaceId();

	/**
	 * The token of a source of the workspace. It is asked for at every request, so that
	 * it can change.
	 * @return the token
	 */
	String getToken();

	/**
	 * The node whose customers and events the repositories hold.
	 * @return its id
	 */
	String getNodeId();

	/**
	 * The address of ContactHub.
	 * @return the URL, with or without {@code /workspaces}
	 */
	default String getBaseUrl() {
		return ContactHubClient.DEFAULT_BASE_URL;
	}

}

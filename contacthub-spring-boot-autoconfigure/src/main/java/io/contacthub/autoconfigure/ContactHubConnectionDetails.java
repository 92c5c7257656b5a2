package io.contacthub.autoconfigure;

import io.contacthub.client.ContactHubClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where ContactHub is and how to get in. A bean of this type takes the place of the
 * properties {@code contacthub.workspace-id}, {@code token}, {@code node-id},
 * {@code base-url} and {@code validation.token}. Blanks around what it gives are left
 * out; what cannot be meant, such as a token that begins with {@code Bearer}, fails the
 * start, or the request for which the token was asked. Its ids and token are required,
 * all else has a default: <pre class="code">
 * &#064;Bean
 * ContactHubConnectionDetails contactHubConnectionDetails(Vault vault) {
 *     return new ContactHubConnectionDetails() {
 *
 *         &#064;Override
 *         public String getWorkspaceId() {
 *             return "0aea7919-57cd-4260-910e-8b1ae53a7259";
 *         }
 *
 *         &#064;Override
 *         public String getNodeId() {
 *             return "91316725-a4c2-420b-a3f3-2556b3630444";
 *         }
 *
 *         &#064;Override
 *         public String getToken() {
 *             return vault.read("contacthub-token");
 *         }
 *
 *     };
 * }</pre>
 */
public interface ContactHubConnectionDetails extends ConnectionDetails {

	/**
	 * Return the id of the workspace.
	 * @return its id
	 */
	String getWorkspaceId();

	/**
	 * Return the token of a source of the workspace. It is asked for at start-up, to see
	 * that there is one, and at every request, so that it can change: by the thread that
	 * makes the request, or, for pages that are read ahead, by that which reads the
	 * stream.
	 * @return the token
	 */
	String getToken();

	/**
	 * Return the token to read the schemas of the workspace with, see
	 * {@code contacthub.validation}. Whether there is one is asked at start-up, and which
	 * one when they are read.
	 * @return the token, or {@code null} when that of the workspace may read them
	 */
	default @Nullable String getValidationToken() {
		return null;
	}

	/**
	 * Return the id of the node whose customers and events the repositories hold.
	 * @return its id
	 */
	String getNodeId();

	/**
	 * Return the address of ContactHub.
	 * @return the URL, with or without {@code /workspaces}
	 */
	default String getBaseUrl() {
		return ContactHubClient.DEFAULT_BASE_URL;
	}

	/**
	 * Return the connection to a workspace with a name, one of
	 * {@code contacthub.workspaces}. Which names there are, and whether a workspace has a
	 * {@code node-id}, is known from the properties only; the values come from here.
	 * @param name the name
	 * @return the connection, or {@code null} when it is as the properties say
	 */
	default @Nullable ContactHubConnectionDetails getWorkspace(String name) {
		return null;
	}

	/**
	 * Return the id of a node of this workspace that has a name: one of
	 * {@code contacthub.nodes}, or, asked of the connection to a workspace with a name,
	 * one of its {@code nodes}.
	 * @param name the name, such as {@code shop}
	 * @return its id, or {@code null} when it is as the properties say
	 */
	default @Nullable String getNodeId(String name) {
		return null;
	}

}

package io.contacthub.configuration;

import io.contacthub.client.ContactHubClient;
import io.contacthub.json.JsonObject;

/**
 * The configuration of a workspace, in its parts. To get a part makes no request; the
 * parts themselves make one with each method, unless it says otherwise.
 * <p>
 * What is changed holds for the whole workspace. Nearly all of it needs the token of an
 * administrator, ADMIN; a token of the other kinds that are named reads only.
 * <p>
 * Every failure is a {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}; wrong arguments are an
 * {@link IllegalArgumentException}, and no request is made.
 */
public interface WorkspaceConfiguration {

	/**
	 * Return the settings of the workspace itself; {@code GET} and
	 * {@code PUT /configuration}. Both need ADMIN.
	 * @return the document
	 */
	ConfigurationDocument<WorkspaceSettings> settings();

	/**
	 * Return what makes two customers the same one; {@code GET} and
	 * {@code PUT /configuration/unique-customer-matching-policy}. Reading needs ADMIN or
	 * USER, replacing ADMIN. ContactHub refuses properties that cannot identify a
	 * customer, as a {@link org.springframework.dao.DataIntegrityViolationException}.
	 * @return the document
	 */
	ConfigurationDocument<MatchingPolicy> matchingPolicy();

	/**
	 * Return the properties that all workspaces share.
	 * @return the repository
	 */
	BasePropertyRepository baseProperties();

	/**
	 * Return the JSON Schema of the properties that the workspace defines; {@code GET}
	 * and {@code PUT /configuration/properties/extended}. Reading needs ADMIN, USER,
	 * GUEST or TRUSTED_APPLICATION, replacing ADMIN. It is an empty object when there is
	 * none. Each property holds {@code contactlabProperties}, with its label, whether it
	 * is enabled, and the policy by which it is merged.
	 * <p>
	 * To replace it is experimental: ContactHub has the operation but describes it in
	 * part only. The schema itself is sent.
	 * @return the document
	 */
	ConfigurationDocument<JsonObject> extendedProperties();

	/**
	 * Return the types of events; {@code GET /configuration/events}, {@code GET} and
	 * {@code PUT /configuration/events/{id}}. Reading needs ADMIN, USER or GUEST,
	 * replacing ADMIN. Only {@code enabled} may be changed; all else is sent as it was
	 * read.
	 * @return the repository
	 */
	ConfigurationRepository<EventConfiguration> events();

	/**
	 * Return the sources of the workspace; {@code GET /configuration/sources},
	 * {@code GET} and {@code PUT /configuration/sources/{id}}, and more. Reading needs
	 * ADMIN, USER or GUEST, all else ADMIN.
	 * @return the repository
	 */
	SourceRepository sources();

	/**
	 * Return which sources carry more weight; {@code GET} and
	 * {@code PUT /configuration/sources/priority}. Reading needs ADMIN, USER or GUEST,
	 * replacing ADMIN.
	 * @return the document
	 */
	ConfigurationDocument<SourcePriority> sourcePriority();

	/**
	 * Return the users of the workspace; {@code GET /configuration/users}, {@code GET}
	 * and {@code PUT /configuration/users/{id}}. All need ADMIN. Of a user only the
	 * {@code nodes} can be replaced, and they are required; nothing else is sent.
	 * @return the repository
	 */
	ConfigurationRepository<WorkspaceUser> users();

	/**
	 * Return the nodes that customers are stored in;
	 * {@code GET /configuration/nodes/entries}, {@code GET} and {@code PUT
	 * /configuration/nodes/entries/{id}}, and more. Reading needs ADMIN, USER or GUEST,
	 * all else ADMIN.
	 * @return the repository
	 */
	EntryNodeRepository entryNodes();

	/**
	 * Return the nodes that show customers of others;
	 * {@code GET /configuration/nodes/views}, {@code GET} and {@code PUT
	 * /configuration/nodes/views/{id}}, and more. Reading needs ADMIN, USER or GUEST, all
	 * else ADMIN.
	 * @return the repository
	 */
	ViewNodeRepository viewNodes();

	/**
	 * Return how the nodes are nested; {@code GET} and
	 * {@code PUT /configuration/nodes/node-hierarchy}. Both need ADMIN.
	 * @return the document
	 */
	ConfigurationDocument<NodeHierarchy> nodeHierarchy();

	/**
	 * Return what the workspace does by itself when an event comes;
	 * {@code GET /configuration/automations/event-trigger}, {@code GET} and {@code PUT
	 * /configuration/automations/event-trigger/{id}}, and more. All need ADMIN.
	 * @return the repository
	 */
	AutomationRepository automations();

	/**
	 * Return the configuration of a workspace; no request. An application has it from
	 * {@code Workspace.configuration()}.
	 * @param client the transport
	 * @return the configuration; no request is made
	 */
	static WorkspaceConfiguration create(ContactHubClient client) {
		return new DefaultWorkspaceConfiguration(client);
	}

}

package io.contacthub.model;

import java.util.List;

import io.contacthub.client.ContactHubClient;

/**
 * The models of a workspace, which can be read and not be changed. They need a token of a
 * user, with one of the scopes ADMIN, USER and GUEST: that of a source is refused.
 * <p>
 * Each method makes one request. Every failure is a
 * {@link org.springframework.dao.DataAccessException} that is also a
 * {@link io.contacthub.error.ContactHubFailure}.
 */
public interface ModelRepository {

	/**
	 * Find the model of the base properties; {@code GET /models/properties/base}.
	 * @return the model
	 */
	BasePropertiesModel findBaseProperties();

	/**
	 * Find the contexts in which events happen; {@code GET /models/contexts}.
	 * @return the contexts
	 */
	List<ContextModel> findContexts();

	/**
	 * Find the providers; {@code GET /models/providers}.
	 * @return the providers
	 */
	List<ProviderModel> findProviders();

	/**
	 * Find the policies by which values are merged; {@code GET /models/merge-policies}.
	 * @return the policies
	 */
	List<MergePolicy> findMergePolicies();

	/**
	 * Return the models of a workspace; no request. An application has it from
	 * {@code Workspace.models()}.
	 * @param client the transport
	 * @return a repository
	 */
	static ModelRepository create(ContactHubClient client) {
		return new DefaultModelRepository(client);
	}

}

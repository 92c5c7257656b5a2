package io.contacthub.configuration;

/**
 * The nodes that show the customers of others together.
 */
public interface ViewNodeRepository extends ConfigurationRepository<ViewNode> {

	/**
	 * Insert a node; {@code POST /configuration/nodes/views}. Needs ADMIN.
	 * @param node the node; its id is not sent
	 * @return the node as it was stored, with its id
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	ViewNode insert(ViewNode node);

	/**
	 * Delete a node; {@code DELETE /configuration/nodes/views/{id}}. Needs ADMIN.
	 * @param id the id of the node
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
	 * @throws org.springframework.dao.DataIntegrityViolationException when the node is
	 * used in the hierarchy, see {@link WorkspaceConfiguration#nodeHierarchy()}
	 */
	void deleteById(String id);

}

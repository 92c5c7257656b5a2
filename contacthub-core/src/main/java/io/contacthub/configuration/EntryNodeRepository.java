package io.contacthub.configuration;

/**
 * The nodes that customers and events are stored in. None can be deleted.
 */
public interface EntryNodeRepository extends ConfigurationRepository<EntryNode> {

	/**
	 * Insert a node; {@code POST /configuration/nodes/entries}. Needs ADMIN.
	 * @param node the node; its id is not sent
	 * @return the node as it was stored, with its id
	 * @throws org.springframework.dao.DataIntegrityViolationException when ContactHub
	 * refuses it
	 */
	EntryNode insert(EntryNode node);

}

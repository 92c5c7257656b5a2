package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it is stored.
 */
interface StoredDocument {

	/**
	 * Return the place of the document among all of its kind.
	 */
	long number();

	/**
	 * Return the members.
	 */
	ObjectNode document();

}

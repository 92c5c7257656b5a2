package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A document to fill a workspace with.
 *
 * @param place where it was found, such as {@code line 3}
 * @param members the members of the document
 */
record SeedDocument(String place, ObjectNode members) {

	/**
	 * Return what the document is about.
	 */
	SeedKind kind() {
		return SeedKind.of(this.members);
	}

}

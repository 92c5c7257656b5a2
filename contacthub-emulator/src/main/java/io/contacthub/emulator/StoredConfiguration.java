package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the configuration with its place in the order of creation.
 *
 * @param number the place
 * @param document the members
 */
record StoredConfiguration(long number, ObjectNode document) implements StoredDocument {

	String id() {
		return this.document.path("id").stringValue();
	}

	/**
	 * Return whether it is enabled, as what does not say so is.
	 */
	boolean isEnabled() {
		return this.document.path("enabled").asBoolean(true);
	}

}

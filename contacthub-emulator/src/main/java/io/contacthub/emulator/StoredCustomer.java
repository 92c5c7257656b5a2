package io.contacthub.emulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer with its place in the order of creation.
 *
 * @param number the place, which a changed customer keeps
 * @param document the members that the customer has
 */
record StoredCustomer(long number, ObjectNode document) implements StoredDocument {

	String id() {
		return this.document.path("id").stringValue();
	}

	String nodeId() {
		return this.document.path("nodeId").asString("");
	}

	@Nullable String externalId() {
		return Json.text(this.document, "externalId");
	}

}

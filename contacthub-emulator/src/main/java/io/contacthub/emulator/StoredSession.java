package io.contacthub.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A session with the customer to whom it is attached.
 *
 * @param id id given by the API
 * @param value the value that the caller chose
 * @param customerId id of the customer
 */
record StoredSession(String id, String value, String customerId) {

	ObjectNode document() {
		return Json.object().put("id", this.id).put("value", this.value);
	}

}

package io.contacthub.emulator;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * An update that was logged.
 *
 * @param offset the place in the log
 * @param at when it could be read first
 * @param operation what was done
 * @param entity what it was done to
 * @param nodeId the node of the customer
 * @param data what is told of the customer or the event
 */
record LoggedUpdate(long offset, Instant at, String operation, String entity, String nodeId, ObjectNode data) {

	static final String CUSTOMER = "CUSTOMER";

	static final String EVENT = "EVENT";

	static final String CREATE = "CREATE";

	static final String UPDATE = "UPDATE";

	static final String DELETE = "DELETE";

	/**
	 * Return whether something was there before.
	 */
	boolean isChange() {
		return !this.operation.equals(CREATE);
	}

	/**
	 * Return the document that callers read.
	 */
	ObjectNode document() {
		boolean isWhole = this.entity.equals(CUSTOMER) && !this.operation.equals(DELETE);
		ObjectNode document = Json.object().put("operation", this.operation);
		document.putObject("entity")
			.put("type", this.entity)
			.set("data", isWhole ? CustomerDocument.full(this.data) : this.data);
		return document;
	}

}

package io.contacthub.emulator;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A customer with its place in the order of creation.
 *
 * @param number the place, which a changed customer keeps
 * @param document the members that the customer has
 */
record StoredCustomer(long number, ObjectNode document) implements StoredDocument {

	/**
	 * The order of the registration, in which those of a millisecond are in the order of
	 * their creation. As the dates are written, the order of their texts is that of time.
	 */
	static final Comparator<StoredCustomer> BY_REGISTRATION = Comparator.comparing(StoredCustomer::registeredAt)
		.thenComparingLong(StoredCustomer::number);

	String id() {
		return this.document.path("id").stringValue();
	}

	String nodeId() {
		return this.document.path("nodeId").asString("");
	}

	/**
	 * Return when the customer was registered, which no change touches.
	 */
	String registeredAt() {
		return this.document.path("registeredAt").asString("");
	}

	@Nullable String externalId() {
		return Json.text(this.document, "externalId");
	}

}

package io.contacthub.emulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event with what the workspace knows about it.
 *
 * @param document the members of the event
 * @param nodeId the node of the customer, null while it waits for one
 * @param visibleFrom when it can be read
 */
record StoredEvent(ObjectNode document, @Nullable String nodeId, Instant visibleFrom) {

	String id() {
		return this.document.path("id").stringValue();
	}

	@Nullable String customerId() {
		return Json.text(this.document, "customerId");
	}

	boolean isVisible(Instant now) {
		return this.nodeId != null && !now.isBefore(this.visibleFrom);
	}

	boolean isOfSession(String nodeId, String value) {
		JsonNode bringBack = this.document.path("bringBackProperties");
		return "SESSION_ID".equals(Json.text(bringBack, "type")) && value.equals(Json.text(bringBack, "value"))
				&& nodeId.equals(Json.text(bringBack, "nodeId"));
	}

	StoredEvent withVisibleFrom(Instant visibleFrom) {
		return new StoredEvent(this.document, this.nodeId, visibleFrom);
	}

	StoredEvent withDocument(ObjectNode document) {
		return new StoredEvent(document, this.nodeId, this.visibleFrom);
	}

	StoredEvent withCustomer(ObjectNode customer) {
		ObjectNode document = this.document.deepCopy();
		document.set("customerId", customer.get("id"));
		return new StoredEvent(document, Json.text(customer, "nodeId"), this.visibleFrom);
	}

}

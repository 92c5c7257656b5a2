package io.contacthub.emulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event with what the workspace knows about it.
 *
 * @param number the place in the order of arrival, 0 until the event is stored
 * @param document the members of the event
 * @param nodeId the node of the customer, null while it waits for one
 * @param visibleFrom when it can be read
 * @param date the date of the event in milliseconds
 * @param sourceId the source that it came from
 */
record StoredEvent(long number, StoredObject document, @Nullable String nodeId, Instant visibleFrom, long date,
		String sourceId) implements StoredDocument {

	StoredEvent(ObjectNode document, @Nullable String nodeId, Instant visibleFrom) {
		this(0, StoredObject.of(document), nodeId, visibleFrom, dateOf(document), EmulatorSettings.SOURCE_ID);
	}

	private static long dateOf(ObjectNode document) {
		Instant date = DateFormats.dateTime(document.path("date").asString(""));
		return (date != null) ? date.toEpochMilli() : Long.MIN_VALUE;
	}

	String id() {
		return this.document.path("id").stringValue();
	}

	@Nullable String customerId() {
		return Json.text(this.document, "customerId");
	}

	String type() {
		return this.document.path("type").asString("");
	}

	String context() {
		return this.document.path("context").asString("");
	}

	boolean isVisible(Instant now) {
		return this.nodeId != null && !now.isBefore(this.visibleFrom);
	}

	/**
	 * Return the session that the event is brought back by, null if there is none.
	 */
	@Nullable SessionKey session() {
		JsonNode bringBack = this.document.path("bringBackProperties");
		String value = Json.text(bringBack, "value");
		String node = Json.text(bringBack, "nodeId");
		boolean isSession = "SESSION_ID".equals(Json.text(bringBack, "type"));
		return (isSession && value != null && node != null) ? new SessionKey(node, value) : null;
	}

	StoredEvent withNumber(long number) {
		return new StoredEvent(number, this.document, this.nodeId, this.visibleFrom, this.date, this.sourceId);
	}

	StoredEvent withVisibleFrom(Instant visibleFrom) {
		return new StoredEvent(this.number, this.document, this.nodeId, visibleFrom, this.date, this.sourceId);
	}

	StoredEvent withDocument(ObjectNode document) {
		return new StoredEvent(this.number, StoredObject.of(document), this.nodeId, this.visibleFrom, dateOf(document),
				this.sourceId);
	}

	StoredEvent withCustomer(ObjectNode customer) {
		return new StoredEvent(this.number, this.document.with("customerId", customer.path("id")),
				customer.path("nodeId").stringValue(), this.visibleFrom, this.date, this.sourceId);
	}

	StoredEvent withSource(String sourceId) {
		return new StoredEvent(this.number, this.document, this.nodeId, this.visibleFrom, this.date, sourceId);
	}

}

package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/**
 * Registry that takes and changes events.
 */
final class EventRegistry {

	private static final String REASON = "event is not valid";

	private final EventStore store;

	private final EventCustomers customers;

	private final EmulatorSettings settings;

	private final InstantSource clock;

	EventRegistry(EmulatorSettings settings, EventStore store, EventCustomers customers, InstantSource clock) {
		this.settings = settings;
		this.store = store;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * Accept an event.
	 * @param body the members of the event
	 * @param delay time after which it can be read
	 * @return the id
	 */
	String accept(ObjectNode body, Duration delay) {
		validate(EventSchemas.POST, body, true);
		if (Json.isUnset(body.get("customerId"))) {
			this.settings.requireNode(Json.at(body, "bringBackProperties.nodeId").stringValue());
		}
		Instant now = this.clock.instant();
		ObjectNode event = document(body, UUID.randomUUID().toString(), DateFormats.write(now));
		event.put("updatedAt", DateFormats.write(now));
		if (!Json.isUnset(event.get("customerId"))) {
			event.putNull("bringBackProperties");
		}
		StoredEvent stored = this.customers.assign(new StoredEvent(event, null, now.plus(delay)));
		if (stored != null) {
			this.store.save(stored);
		}
		return event.path("id").stringValue();
	}

	/**
	 * Return the document of an event as callers read it.
	 */
	static ObjectNode document(ObjectNode body, String id, String registeredAt) {
		ObjectNode event = Json.object().put("id", id);
		for (String member : List.of("customerId", "bringBackProperties", "type", "context")) {
			event.set(member, body.get(member));
		}
		Instant date = body.path("date").isString() ? DateFormats.dateTime(body.path("date").stringValue()) : null;
		event.put("date", (date != null) ? DateFormats.write(date) : registeredAt);
		event.set("properties", body.path("properties").deepCopy());
		event.set("contextInfo", Json.isUnset(body.get("contextInfo")) ? null : body.path("contextInfo").deepCopy());
		event.put("registeredAt", registeredAt);
		event.set("tracking", body.get("tracking"));
		return event;
	}

	/**
	 * Replace an event, which keeps its customer.
	 */
	ObjectNode replace(StoredEvent event, ObjectNode body) {
		validate(EventSchemas.PUT, body, false);
		if (!event.id().equals(body.path("id").stringValue())) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/id", "differs from the id of the path")));
		}
		ObjectNode document = document(body, event.id(), event.document().path("registeredAt").stringValue());
		for (String member : List.of("customerId", "bringBackProperties")) {
			document.set(member, event.document().get(member));
		}
		document.put("updatedAt",
				DateFormats.writeAfter(this.clock.instant(), Json.text(event.document(), "updatedAt")));
		this.store.save(event.withDocument(document));
		return document;
	}

	private void validate(ObjectSchema schema, ObjectNode body, boolean needsCustomer) {
		Validation.check(REASON, (violations) -> {
			EventSchemas.check(schema, body, this.settings.eventTypes(), violations);
			SizeLimits.check(body, violations, "properties", "contextInfo");
			if (needsCustomer && Json.isUnset(body.get("customerId"))
					&& Json.isUnset(body.get("bringBackProperties"))) {
				violations.add(new Violation("", "one of customerId, bringBackProperties is required"));
			}
		});
	}

}

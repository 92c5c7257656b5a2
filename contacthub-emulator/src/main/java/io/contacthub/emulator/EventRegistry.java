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

	private final ConfigurationStore configuration;

	private final InstantSource clock;

	private final ChangeLock lock;

	EventRegistry(ConfigurationStore configuration, EventStore store, EventCustomers customers, InstantSource clock,
			ChangeLock lock) {
		this.lock = lock;
		this.configuration = configuration;
		this.store = store;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * Accept an event.
	 * @param body the members of the event
	 * @param delay time after which it can be read
	 * @param sourceId the source that it comes from
	 * @return the id
	 */
	String accept(ObjectNode body, Duration delay, String sourceId) {
		WorkspaceRules rules = this.configuration.rules();
		validate(EventSchemas.POST, body, rules, true);
		if (Json.isUnset(body.get("customerId"))) {
			rules.requireNode(Json.at(body, "bringBackProperties.nodeId").stringValue());
		}
		StoredEvent event = make(body, delay).withSource(sourceId);
		this.lock.run(() -> {
			StoredEvent assigned = this.customers.assign(event);
			if (assigned != null) {
				this.store.save(assigned);
			}
		});
		return event.id();
	}

	/**
	 * Make a new event as it would be stored now, before it has a customer.
	 */
	StoredEvent make(ObjectNode body, Duration delay) {
		Instant now = this.clock.instant();
		ObjectNode event = document(body, UUID.randomUUID().toString(), DateFormats.write(now));
		event.set("updatedAt", event.get("registeredAt"));
		if (!Json.isUnset(event.get("customerId"))) {
			event.putNull("bringBackProperties");
		}
		return new StoredEvent(event, null, now.plus(delay));
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
		event.set("properties", body.path("properties"));
		event.set("contextInfo", Json.isUnset(body.get("contextInfo")) ? null : body.path("contextInfo"));
		event.put("registeredAt", registeredAt);
		event.set("tracking", body.get("tracking"));
		return event;
	}

	/**
	 * Replace an event, which keeps its customer.
	 */
	ObjectNode replace(StoredEvent event, ObjectNode body) {
		validate(EventSchemas.PUT, body, this.configuration.rules(), false);
		if (!event.id().equals(body.path("id").stringValue())) {
			throw RequestRejectedException.invalid(REASON,
					List.of(new Violation("/id", "differs from the id of the path")));
		}
		ObjectNode document = document(body, event.id(), event.document().path("registeredAt").stringValue());
		StoredObject.prepare(document);
		return this.lock.call(() -> {
			StoredEvent present = this.store.get(event.id());
			for (String member : List.of("customerId", "bringBackProperties")) {
				document.set(member, present.document().get(member));
			}
			document.put("updatedAt",
					DateFormats.writeAfter(this.clock.instant(), Json.text(present.document(), "updatedAt")));
			StoredEvent replacement = present.withDocument(document);
			this.store.save(replacement);
			return replacement.document();
		});
	}

	void remove(String id) {
		this.lock.run(() -> this.store.remove(this.store.get(id).id()));
	}

	private void validate(ObjectSchema schema, ObjectNode body, WorkspaceRules rules, boolean needsCustomer) {
		Validation.check(REASON, (violations) -> {
			EventSchemas.check(schema, body, rules.eventTypes(), violations);
			SizeLimits.check(body, violations, "properties", "contextInfo");
			this.configuration.settings()
				.guesses()
				.check(Guess.DISABLED_EVENT_TYPE, violations, (found) -> rules.checkEventType(body, found));
			if (needsCustomer) {
				requireCustomer(body, violations);
			}
		});
	}

	/**
	 * Add violations if an event does not say whose it is.
	 */
	static void requireCustomer(ObjectNode event, List<Violation> violations) {
		if (Json.isUnset(event.get("customerId")) && Json.isUnset(event.get("bringBackProperties"))) {
			for (String member : List.of("/customerId", "/bringBackProperties")) {
				violations.add(new Violation(member, "one of customerId, bringBackProperties is required"));
			}
		}
	}

}

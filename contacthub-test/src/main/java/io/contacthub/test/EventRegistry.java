package io.contacthub.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes events and finds their customers.
 * <p>
 * An event for an unknown customer id is accepted and then dropped, with a warning in the
 * log: the API answers before it stores an event, so that it can refuse a body that is
 * not valid but has not looked for the customer yet. A test that trusted an error here
 * would learn something that the API does not promise.
 */
final class EventRegistry {

	private static final Logger logger = Logger.getLogger(EventRegistry.class.getName());

	private final EventStore store;

	private final CustomerStore customers;

	private final InstantSource clock;

	EventRegistry(EventStore store, CustomerStore customers, InstantSource clock) {
		this.store = store;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * Accepts an event.
	 * @param body the members of the event
	 * @param delay time after which it can be read
	 * @return the id
	 */
	String accept(ObjectNode body, Duration delay) {
		validate(EventShapes.POST, body);
		Instant now = this.clock.instant();
		ObjectNode event = document(body, UUID.randomUUID().toString(), DateTimes.write(now));
		event.put("updatedAt", DateTimes.write(now));
		StoredEvent stored = assign(new StoredEvent(event, null, now.plus(delay)));
		if (stored != null) {
			this.store.save(stored);
		}
		return event.path("id").stringValue();
	}

	private static ObjectNode document(ObjectNode body, String id, String registeredAt) {
		ObjectNode event = Json.object().put("id", id);
		for (String member : List.of("customerId", "bringBackProperties", "type", "context")) {
			event.set(member, body.get(member));
		}
		Instant date = body.path("date").isString() ? DateTimes.dateTime(body.path("date").stringValue()) : null;
		event.put("date", (date != null) ? DateTimes.write(date) : registeredAt);
		event.set("properties", body.path("properties").deepCopy());
		event.set("contextInfo", Json.isUnset(body.get("contextInfo")) ? null : body.path("contextInfo").deepCopy());
		event.put("registeredAt", registeredAt);
		event.set("tracking", body.get("tracking"));
		return event;
	}

	private @Nullable StoredEvent assign(StoredEvent event) {
		String customerId = event.customerId();
		ObjectNode customer = (customerId != null) ? this.customers.find(customerId) : null;
		if (customer == null) {
			logger.log(Level.WARNING, "Dropped an event of type {0}: there is no customer {1}",
					new Object[] { event.document().path("type").asString(""), customerId });
			return null;
		}
		return event.withCustomer(customer);
	}

	// Replaces an event, which keeps its customer.
	ObjectNode replace(StoredEvent event, ObjectNode body) {
		validate(EventShapes.PUT, body);
		if (!event.id().equals(body.path("id").stringValue())) {
			throw invalid(List.of(new Violation("/id", "differs from the id of the path")));
		}
		ObjectNode document = document(body, event.id(), event.document().path("registeredAt").stringValue());
		document.set("customerId", event.document().get("customerId"));
		document.put("updatedAt", DateTimes.write(this.clock.instant()));
		this.store.save(event.withDocument(document));
		return document;
	}

	private static void validate(ObjectShape shape, ObjectNode body) {
		List<Violation> violations = new ArrayList<>();
		shape.check(body, "", violations);
		Limits.check(body, violations, "properties", "contextInfo");
		JsonNode bringBack = body.get("bringBackProperties");
		if (Json.isUnset(body.get("customerId")) && Json.isUnset(bringBack)) {
			violations.add(new Violation("", "one of customerId, bringBackProperties is required"));
		}
		if (!violations.isEmpty()) {
			throw invalid(violations);
		}
	}

	private static Rejection invalid(List<Violation> violations) {
		return Rejection.invalid("event is not valid", violations);
	}

}

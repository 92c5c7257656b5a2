package io.contacthub.emulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loader of documents into a workspace: all of them, or none if one is not valid. Ids and
 * dates of documents are kept, and made where there are none.
 * <p>
 * What the API answers can be loaded. Three things are lost: a member that is null is
 * absent then, an event can be read at once though its delay has not passed, and lists
 * are up to date. Sessions as the API answers them do not say whose they are, so
 * {@code customerId} has to be added to them, and their {@code id} is {@code sessionId}
 * here.
 */
final class SeedLoader {

	private final ConfigurationStore configuration;

	private final CustomerStore customers;

	private final Uniqueness uniqueness;

	private final EventStore events;

	private final SessionStore sessions;

	private final EventCustomers eventCustomers;

	private final InstantSource clock;

	SeedLoader(ConfigurationStore configuration, CustomerStore customers, Uniqueness uniqueness, EventStore events,
			SessionStore sessions, EventCustomers eventCustomers, InstantSource clock) {
		this.configuration = configuration;
		this.customers = customers;
		this.uniqueness = uniqueness;
		this.events = events;
		this.sessions = sessions;
		this.eventCustomers = eventCustomers;
		this.clock = clock;
	}

	/**
	 * Load documents. Nobody else may change the workspace meanwhile.
	 * @param documents the documents, in any order
	 * @return how many they were
	 * @throws IllegalArgumentException if one of them is not valid
	 */
	SeedCounts load(List<SeedDocument> documents) {
		SeedCheck check = new SeedCheck(this.configuration.rules(), this.customers, this.uniqueness);
		this.events.all().forEach((event) -> check.knowEvent(event.id()));
		this.sessions.all().forEach(check::knowSession);
		documents.forEach(check::add);
		check.finish();
		documents.stream().filter(SeedKind.CUSTOMER::includes).forEach((document) -> saveCustomer(document.members()));
		documents.stream().filter(SeedKind.SESSION::includes).forEach((document) -> saveSession(document.members()));
		documents.stream().filter(SeedKind.EVENT::includes).forEach((document) -> saveEvent(document.members()));
		this.customers.catchUp();
		return check.counts();
	}

	private void saveCustomer(ObjectNode members) {
		CustomerSchemas.PUT.written(members);
		String registeredAt = registeredAt(members);
		ObjectNode customer = Json.object().put("id", id(members, "id")).put("registeredAt", registeredAt);
		if (Json.isUnset(members.get("sourceInfo"))) {
			customer.putObject("sourceInfo")
				.put("registeredBy", EmulatorSettings.SOURCE_ID)
				.put("updatedBy", EmulatorSettings.SOURCE_ID);
		}
		customer.put("enabled", true);
		ObjectNode rest = members.remove(List.of("id", "registeredAt"));
		String updatedAt = date(rest, "updatedAt");
		this.customers
			.save(Json.merge(customer, rest).put("updatedAt", (updatedAt != null) ? updatedAt : registeredAt));
	}

	private void saveSession(ObjectNode members) {
		String value = members.path("value").stringValue();
		String customerId = members.path("customerId").stringValue();
		this.sessions.add(new StoredSession(id(members, "sessionId"), value, customerId));
		ObjectNode customer = this.customers.get(customerId);
		this.events.adopt(new SessionKey(customer.path("nodeId").stringValue(), value), customer);
	}

	private void saveEvent(ObjectNode members) {
		String registeredAt = registeredAt(members);
		String updatedAt = date(members, "updatedAt");
		ObjectNode document = EventRegistry.document(members, id(members, "id"), registeredAt)
			.put("updatedAt", (updatedAt != null) ? updatedAt : registeredAt);
		String customerId = Json.text(members, "customerId");
		ObjectNode customer = (customerId != null) ? this.customers.find(customerId) : null;
		String nodeId = (customer != null) ? Json.text(customer, "nodeId") : null;
		StoredEvent event = new StoredEvent(document, nodeId, Instant.MIN);
		StoredEvent assigned = (nodeId != null) ? event : this.eventCustomers.assign(event);
		if (assigned != null) {
			this.events.save(assigned);
		}
	}

	private static String id(ObjectNode members, String member) {
		String id = Json.text(members, member);
		return (id != null) ? id : UUID.randomUUID().toString();
	}

	private String registeredAt(ObjectNode members) {
		String registeredAt = date(members, "registeredAt");
		String date = (registeredAt != null) ? registeredAt : date(members, "updatedAt");
		return (date != null) ? date : DateFormats.write(this.clock.instant());
	}

	private static @Nullable String date(ObjectNode members, String member) {
		String text = Json.text(members, member);
		Instant date = (text != null) ? DateFormats.dateTime(text) : null;
		return (date != null) ? DateFormats.write(date) : null;
	}

}

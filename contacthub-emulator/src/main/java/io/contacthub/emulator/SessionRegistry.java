package io.contacthub.emulator;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registry that attaches sessions to customers: all events of a session go to the
 * customer who took it last. A customer who takes a session again keeps the one that is
 * there.
 */
final class SessionRegistry {

	private final SessionStore store;

	private final CustomerStore customers;

	private final EventStore events;

	SessionRegistry(SessionStore store, CustomerStore customers, EventStore events) {
		this.store = store;
		this.customers = customers;
		this.events = events;
	}

	StoredSession attach(ObjectNode customer, String value) {
		String customerId = customer.path("id").stringValue();
		StoredSession session = this.store.withValue(value)
			.stream()
			.filter((other) -> other.customerId().equals(customerId))
			.findFirst()
			.orElseGet(() -> new StoredSession(UUID.randomUUID().toString(), value, customerId));
		this.store.remove(session.id());
		this.store.add(session);
		String nodeId = customer.path("nodeId").stringValue();
		this.events.replaceIf((event) -> event.isOfSession(nodeId, value), (event) -> event.withCustomer(customer));
		return session;
	}

	/**
	 * Find the customer in a node to whom the events of a session belong.
	 */
	@Nullable ObjectNode findCustomer(String nodeId, String value) {
		List<StoredSession> sessions = this.store.withValue(value);
		for (int index = sessions.size() - 1; index >= 0; index--) {
			ObjectNode customer = this.customers.find(sessions.get(index).customerId());
			if (customer != null && nodeId.equals(Json.text(customer, "nodeId"))) {
				return customer;
			}
		}
		return null;
	}

	/**
	 * Remove the sessions and the events of a customer.
	 */
	void forget(String customerId) {
		this.store.removeOf(customerId);
		this.events.removeOf(customerId);
	}

}

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

	private final ChangeLock lock;

	SessionRegistry(SessionStore store, CustomerStore customers, EventStore events, ChangeLock lock) {
		this.store = store;
		this.customers = customers;
		this.events = events;
		this.lock = lock;
	}

	/**
	 * Attach a session to a customer.
	 * @return the session, null if there is no such customer
	 */
	@Nullable StoredSession attach(String customerId, String value) {
		return this.lock.call(() -> {
			ObjectNode customer = this.customers.find(customerId);
			if (customer == null) {
				return null;
			}
			StoredSession session = this.store.withValue(value)
				.stream()
				.filter((other) -> other.customerId().equals(customerId))
				.findFirst()
				.orElseGet(() -> new StoredSession(UUID.randomUUID().toString(), value, customerId));
			this.store.add(session);
			this.events.adopt(new SessionKey(customer.path("nodeId").stringValue(), value), customer);
			return session;
		});
	}

	void remove(String customerId, String id) {
		this.lock.run(() -> this.store.remove(get(customerId, id).id()));
	}

	StoredSession get(String customerId, String id) {
		StoredSession session = this.store.find(customerId, id);
		if (session == null) {
			throw RequestRejectedException.notFound("session", id);
		}
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

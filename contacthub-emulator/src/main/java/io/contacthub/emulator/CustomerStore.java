package io.contacthub.emulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the customers, each an object of the members that it has. A stored object is
 * never changed, only replaced.
 */
final class CustomerStore {

	private final Map<String, ObjectNode> customers = new LinkedHashMap<>();

	private final DelayedIndex index;

	private final Uniqueness uniqueness;

	CustomerStore(DelayedIndex index, Uniqueness uniqueness) {
		this.index = index;
		this.uniqueness = uniqueness;
	}

	void save(ObjectNode customer) {
		String id = customer.path("id").stringValue();
		ObjectNode replaced = this.customers.put(id, customer);
		if (replaced != null) {
			this.uniqueness.remove(replaced);
		}
		this.uniqueness.add(customer);
		this.index.put(id, customer);
	}

	void remove(String id) {
		ObjectNode removed = this.customers.remove(id);
		if (removed != null) {
			this.uniqueness.remove(removed);
			this.index.remove(id);
		}
	}

	@Nullable ObjectNode find(String id) {
		return this.customers.get(id);
	}

	ObjectNode get(String id) {
		ObjectNode customer = find(id);
		if (customer == null) {
			throw RequestRejectedException.notFound("customer", id);
		}
		return customer;
	}

	Collection<ObjectNode> all() {
		return this.customers.values();
	}

	/**
	 * Return the customers as lists show them.
	 */
	Collection<ObjectNode> listed() {
		return this.index.documents();
	}

	void catchUp() {
		this.index.catchUp();
	}

	void clear() {
		this.customers.clear();
		this.uniqueness.clear();
		this.index.clear();
	}

}

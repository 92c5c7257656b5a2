package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Store of the customers, each an object of the members that it has. A stored object is
 * never changed, only replaced. Who changes the store holds the lock of the workspace,
 * who reads needs none.
 */
final class CustomerStore {

	private final Map<String, StoredCustomer> customers = new ConcurrentHashMap<>();

	private final DelayedIndex index;

	private final Uniqueness uniqueness;

	private final ChangeListener listener;

	private long lastNumber;

	CustomerStore(DelayedIndex index, Uniqueness uniqueness, ChangeListener listener) {
		this.index = index;
		this.uniqueness = uniqueness;
		this.listener = listener;
	}

	/**
	 * Store a customer in the place of the one that has its id, or behind all others.
	 * @return the customer as it is stored
	 */
	ObjectNode save(ObjectNode customer) {
		StoredObject document = StoredObject.of(customer);
		StoredCustomer before = this.customers.get(document.path("id").stringValue());
		StoredCustomer after = new StoredCustomer((before != null) ? before.number() : ++this.lastNumber, document);
		if (before != null) {
			this.uniqueness.remove(before.document());
		}
		this.uniqueness.add(document);
		this.customers.put(after.id(), after);
		this.index.replace(before, after);
		this.listener.customerChanged(before, after);
		return document;
	}

	/**
	 * Store customers, most of them new ones, which lists show at once.
	 */
	void addAll(List<ObjectNode> customers) {
		List<StoredCustomer> added = new ArrayList<>(customers.size());
		for (ObjectNode customer : customers) {
			if (this.customers.containsKey(customer.path("id").stringValue())) {
				save(customer);
				continue;
			}
			StoredCustomer stored = new StoredCustomer(++this.lastNumber, StoredObject.of(customer));
			this.uniqueness.add(stored.document());
			this.customers.put(stored.id(), stored);
			added.add(stored);
		}
		this.index.addAll(added);
		added.forEach((customer) -> this.listener.customerChanged(null, customer));
	}

	void remove(String id) {
		StoredCustomer removed = this.customers.remove(id);
		if (removed != null) {
			this.uniqueness.remove(removed.document());
			this.index.replace(removed, null);
			this.listener.customerChanged(removed, null);
		}
	}

	@Nullable ObjectNode find(String id) {
		StoredCustomer customer = this.customers.get(id);
		return (customer != null) ? customer.document() : null;
	}

	ObjectNode get(String id) {
		ObjectNode customer = find(id);
		if (customer == null) {
			throw RequestRejectedException.notFound("customer", id);
		}
		return customer;
	}

	/**
	 * Find the first customer with an external id.
	 */
	@Nullable ObjectNode findByExternalId(String nodeId, String externalId) {
		List<StoredCustomer> customers = this.index.current().of(nodeId, externalId);
		return customers.isEmpty() ? null : customers.get(0).document();
	}

	/**
	 * Return all customers in no order.
	 */
	Collection<StoredCustomer> stored() {
		return this.customers.values();
	}

	/**
	 * Return all customers in the order of their creation.
	 */
	List<ObjectNode> all() {
		return this.customers.values()
			.stream()
			.sorted(Comparator.comparingLong(StoredCustomer::number))
			.map(StoredCustomer::document)
			.toList();
	}

	/**
	 * Return the customers of a node as lists show them.
	 */
	Sequence<StoredCustomer> listed(String nodeId) {
		return this.index.visible().of(nodeId);
	}

	/**
	 * Return the customers of a node as lists show them, in the order of their
	 * registration.
	 */
	Sequence<StoredCustomer> registrations(String nodeId) {
		return this.index.visible().registrations(nodeId);
	}

	/**
	 * Return the customers with an external id as lists show them.
	 */
	List<StoredCustomer> listed(String nodeId, String externalId) {
		return this.index.visible().of(nodeId, externalId);
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

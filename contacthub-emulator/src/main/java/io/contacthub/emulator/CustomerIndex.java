package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Index of customers by node and by external id, each in the order of creation, and by
 * node in the order of registration. The orders differ: customers that are loaded bring
 * the time of their registration with them.
 */
final class CustomerIndex {

	private static final Sequence<StoredCustomer> BY_NUMBER = Sequence.empty();

	private static final Sequence<StoredCustomer> BY_REGISTRATION = Sequence.empty(StoredCustomer.BY_REGISTRATION);

	private final Map<String, Sequence<StoredCustomer>> nodes = new ConcurrentHashMap<>();

	private final Map<String, Sequence<StoredCustomer>> registrations = new ConcurrentHashMap<>();

	private final Map<ExternalId, Sequence<StoredCustomer>> externalIds = new ConcurrentHashMap<>();

	Sequence<StoredCustomer> of(String nodeId) {
		return this.nodes.getOrDefault(nodeId, BY_NUMBER);
	}

	Sequence<StoredCustomer> of(String nodeId, String externalId) {
		return this.externalIds.getOrDefault(new ExternalId(nodeId, externalId), BY_NUMBER);
	}

	/**
	 * Return the customers of a node in the order of their registration.
	 */
	Sequence<StoredCustomer> registrations(String nodeId) {
		return this.registrations.getOrDefault(nodeId, BY_REGISTRATION);
	}

	/**
	 * Put a customer in the place of what it was before.
	 * @param before the customer before, null if it is a new one
	 * @param after the customer after, null if it is removed
	 */
	void replace(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		if (before != null && (after == null || !before.nodeId().equals(after.nodeId()))) {
			change(this.nodes, BY_NUMBER, before.nodeId(), before, null);
			change(this.registrations, BY_REGISTRATION, before.nodeId(), before, null);
		}
		if (after != null) {
			change(this.nodes, BY_NUMBER, after.nodeId(), null, after);
			change(this.registrations, BY_REGISTRATION, after.nodeId(), null, after);
		}
		ExternalId idBefore = externalId(before);
		ExternalId idAfter = externalId(after);
		if (idBefore != null && !idBefore.equals(idAfter)) {
			change(this.externalIds, BY_NUMBER, idBefore, before, null);
		}
		if (idAfter != null) {
			change(this.externalIds, BY_NUMBER, idAfter, null, after);
		}
	}

	/**
	 * Add new customers at once: who reads a list sees all of them or none.
	 */
	void addAll(List<StoredCustomer> customers) {
		Map<String, List<StoredCustomer>> added = new HashMap<>();
		for (StoredCustomer customer : customers) {
			added.computeIfAbsent(customer.nodeId(), (node) -> new ArrayList<>()).add(customer);
			ExternalId id = externalId(customer);
			if (id != null) {
				change(this.externalIds, BY_NUMBER, id, null, customer);
			}
		}
		added.forEach((node, list) -> {
			this.nodes.put(node, of(node).withAll(list));
			this.registrations.put(node, registrations(node).withAll(list));
		});
	}

	private static <K> void change(Map<K, Sequence<StoredCustomer>> index, Sequence<StoredCustomer> empty, K key,
			@Nullable StoredCustomer removed, @Nullable StoredCustomer added) {
		Sequence<StoredCustomer> present = index.getOrDefault(key, empty);
		Sequence<StoredCustomer> rest = (removed != null) ? present.without(removed) : present;
		Sequence<StoredCustomer> changed = (added != null) ? rest.with(added) : rest;
		if (changed.isEmpty()) {
			index.remove(key);
		}
		else {
			index.put(key, changed);
		}
	}

	private static @Nullable ExternalId externalId(@Nullable StoredCustomer customer) {
		String value = (customer != null) ? customer.externalId() : null;
		return (customer != null && value != null) ? new ExternalId(customer.nodeId(), value) : null;
	}

	void clear() {
		this.nodes.clear();
		this.registrations.clear();
		this.externalIds.clear();
	}

	/**
	 * An external id, which is one of a node.
	 *
	 * @param nodeId the node
	 * @param value the id
	 */
	private record ExternalId(String nodeId, String value) {
	}

}

package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The customers that have been deleted, of whom nothing is kept but when they came and
 * went.
 */
final class LostCustomers implements ChangeListener {

	/**
	 * How many are kept at most.
	 */
	private static final int CAPACITY = 200_000;

	/**
	 * The customers by their ids, the last one behind all others.
	 */
	private final Map<String, LostCustomer> customers = new LinkedHashMap<>();

	private final InstantSource clock;

	LostCustomers(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public synchronized void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		if (after != null) {
			this.customers.remove(after.id());
		}
		else if (before != null) {
			this.customers.put(before.id(), new LostCustomer(before.id(), before.nodeId(),
					CustomerAnalytics.registeredAt(before.document()), this.clock.millis()));
			if (this.customers.size() > CAPACITY) {
				this.customers.remove(this.customers.keySet().iterator().next());
			}
		}
	}

	/**
	 * Return the customers that a node has lost, the last one behind all others.
	 */
	synchronized List<LostCustomer> of(String nodeId) {
		return this.customers.values().stream().filter((customer) -> customer.nodeId().equals(nodeId)).toList();
	}

	synchronized void clear() {
		this.customers.clear();
	}

}

package io.contacthub.emulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The customers that have been deleted, of whom nothing is kept but when they came and
 * went.
 */
final class LostCustomers implements ChangeListener {

	private final Map<String, LostCustomer> customers = new ConcurrentHashMap<>();

	private final InstantSource clock;

	LostCustomers(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public void customerChanged(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		if (after != null) {
			this.customers.remove(after.id());
		}
		else if (before != null) {
			this.customers.put(before.id(), new LostCustomer(before.id(), before.nodeId(),
					CustomerAnalytics.registeredAt(before.document()), this.clock.millis()));
		}
	}

	/**
	 * Return the customers that a node has lost, in no order.
	 */
	List<LostCustomer> of(String nodeId) {
		return this.customers.values().stream().filter((customer) -> customer.nodeId().equals(nodeId)).toList();
	}

	void clear() {
		this.customers.clear();
	}

}

package io.contacthub.event.jdbc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What ContactHub does with events when it fails for a third of them, which notices two
 * of a customer at a time.
 */
final class UnsteadyAnswer implements EventStoreContract.Answer {

	private final Set<String> busy = ConcurrentHashMap.newKeySet();

	private final AtomicInteger overlaps = new AtomicInteger();

	private final AtomicInteger calls = new AtomicInteger();

	@Override
	public void to(String customer) {
		this.overlaps.addAndGet(this.busy.add(customer) ? 0 : 1);
		int call = this.calls.incrementAndGet();
		Thread.yield();
		this.busy.remove(customer);
		if (call % 3 == 0) {
			throw new IllegalStateException("a third fails");
		}
	}

	/**
	 * Return how often a customer had an event sent while another one still was.
	 */
	int overlaps() {
		return this.overlaps.get();
	}

}

package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Index of the customers as lists show them: some time behind the changes.
 */
final class DelayedIndex {

	private final Duration delay;

	private final InstantSource clock;

	private final CustomerIndex current = new CustomerIndex();

	private final CustomerIndex visible;

	private final Deque<Change> pending = new ArrayDeque<>();

	/**
	 * When the first change that is pending is due, so that who reads looks at the
	 * changes only then.
	 */
	private volatile Instant due = Instant.MAX;

	DelayedIndex(Duration delay, InstantSource clock) {
		this.delay = delay;
		this.clock = clock;
		this.visible = delay.isZero() ? this.current : new CustomerIndex();
	}

	/**
	 * Take a change, to show it later.
	 * @param before the customer before, null if it is a new one
	 * @param after the customer after, null if it is removed
	 */
	synchronized void replace(@Nullable StoredCustomer before, @Nullable StoredCustomer after) {
		this.current.replace(before, after);
		if (this.visible != this.current) {
			this.pending.add(new Change(this.clock.instant().plus(this.delay), before, after));
			this.due = nextDue();
		}
	}

	/**
	 * Take new customers, and show all changes now.
	 */
	synchronized void addAll(List<StoredCustomer> customers) {
		catchUp();
		this.current.addAll(customers);
		if (this.visible != this.current) {
			this.visible.addAll(customers);
		}
	}

	/**
	 * Return the customers as they are.
	 */
	CustomerIndex current() {
		return this.current;
	}

	/**
	 * Return the customers as lists show them now.
	 */
	CustomerIndex visible() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.due)) {
			catchUp(now);
		}
		return this.visible;
	}

	/**
	 * Show all changes now, whatever the delay is.
	 */
	void catchUp() {
		catchUp(Instant.MAX);
	}

	private synchronized void catchUp(Instant now) {
		for (Change next = this.pending.peek(); next != null && !next.due().isAfter(now); next = this.pending.peek()) {
			this.visible.replace(next.before(), next.after());
			this.pending.remove();
		}
		this.due = nextDue();
	}

	private Instant nextDue() {
		Change next = this.pending.peek();
		return (next != null) ? next.due() : Instant.MAX;
	}

	synchronized void clear() {
		this.pending.clear();
		this.due = Instant.MAX;
		this.current.clear();
		this.visible.clear();
	}

	private record Change(Instant due, @Nullable StoredCustomer before, @Nullable StoredCustomer after) {
	}

}

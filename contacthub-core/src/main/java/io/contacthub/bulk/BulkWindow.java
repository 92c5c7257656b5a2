package io.contacthub.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.contacthub.bulk.BulkOutcome.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The items of a run that were taken and whose outcomes were not given yet. Here meet the
 * thread that takes items and gives outcomes, those that write items, and whoever stops
 * the run.
 *
 * @param <S> the type of the items
 */
final class BulkWindow<S> {

	private final Lock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final boolean inOrder;

	private final BulkCounts counts;

	private final KeyOrder order = new KeyOrder();

	private final Set<BulkItem<S>> items = new LinkedHashSet<>();

	private final Deque<BulkOutcome<S>> ready = new ArrayDeque<>();

	private final Deque<BulkItem<S>> returned = new ArrayDeque<>();

	private int undecided;

	private long firstNotDone = Long.MAX_VALUE;

	private @Nullable Throwable cause;

	private volatile boolean stopped;

	/**
	 * Create an empty window.
	 * @param inOrder whether outcomes are given in the order of the items
	 * @param counts counts what is decided
	 */
	BulkWindow(boolean inOrder, BulkCounts counts) {
		this.inOrder = inOrder;
		this.counts = counts;
	}

	private <T> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Add an item, and have it written once it need not wait for another one.
	 * @param keys what tells which others it has to wait for
	 */
	void add(BulkItem<S> item, Collection<?> keys) {
		boolean free = locked(() -> {
			this.items.add(item);
			this.undecided++;
			this.order.add(item, keys);
			if (this.stopped) {
				settle(item, Kind.NOT_DONE, null, null);
			}
			return !this.stopped && item.isFree();
		});
		if (free) {
			item.execute();
		}
	}

	/**
	 * Begin to write an item, which is done once.
	 * @return whether it is to be written, by whoever asked
	 */
	boolean begin(BulkItem<S> item) {
		return locked(() -> {
			boolean first = !item.isBegun() && item.outcome() == null;
			item.begun(item.isBegun() || first);
			return first;
		});
	}

	/**
	 * Give an item that was begun back to the thread that took it.
	 */
	void giveBack(BulkItem<S> item) {
		this.lock.lock();
		try {
			item.begun(false);
			if (this.stopped) {
				settle(item, Kind.NOT_DONE, null, null);
			}
			else {
				this.returned.add(item);
				this.changed.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return an item that was given back, {@code null} when there is none.
	 */
	@Nullable BulkItem<S> returned() {
		this.lock.lock();
		try {
			return this.returned.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Decide what becomes of an item.
	 */
	void decide(BulkItem<S> item, Kind kind, @Nullable String id, @Nullable RuntimeException failure) {
		locked(() -> settle(item, kind, id, failure)).forEach(BulkItem::execute);
	}

	private List<BulkItem<?>> settle(BulkItem<S> item, Kind kind, @Nullable String id,
			@Nullable RuntimeException failure) {
		if (item.outcome() != null) {
			return List.of();
		}
		BulkOutcome<S> outcome = item.decide(kind, id, failure);
		this.undecided--;
		this.counts.decided(outcome.kind());
		this.order.remove(item);
		if (outcome.kind() == Kind.NOT_DONE) {
			this.firstNotDone = Math.min(this.firstNotDone, outcome.position());
		}
		if (this.inOrder) {
			moveDecided();
		}
		else {
			this.items.remove(item);
			this.ready.add(outcome);
		}
		if (!this.ready.isEmpty() || this.undecided == 0) {
			this.changed.signalAll();
		}
		return item.freed();
	}

	private void moveDecided() {
		Iterator<BulkItem<S>> first = this.items.iterator();
		while (first.hasNext()) {
			BulkOutcome<S> outcome = first.next().outcome();
			if (outcome == null) {
				return;
			}
			first.remove();
			this.ready.add(outcome);
		}
	}

	/**
	 * Have nothing more written than what was begun, unless it was stopped before.
	 * @param cause why, {@code null} when somebody wants it
	 */
	void stop(@Nullable Throwable cause) {
		this.lock.lock();
		try {
			if (this.stopped) {
				return;
			}
			this.stopped = true;
			this.cause = cause;
			for (BulkItem<S> item : List.copyOf(this.items)) {
				if (!item.isBegun()) {
					settle(item, Kind.NOT_DONE, null, null);
				}
			}
			this.returned.clear();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isStopped() {
		return this.stopped;
	}

	/**
	 * Return why it was stopped, {@code null} when it was not, or somebody wanted it.
	 */
	@Nullable Throwable cause() {
		this.lock.lock();
		try {
			return this.cause;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return the position of the first item that was not done, or else the number of
	 * those that were taken.
	 */
	long firstNotDone() {
		return locked(() -> Math.min(this.firstNotDone, this.counts.taken()));
	}

	/**
	 * Return the next outcome, {@code null} when none can be given yet.
	 */
	@Nullable BulkOutcome<S> poll() {
		this.lock.lock();
		try {
			return this.ready.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Return whether an outcome can be given.
	 */
	boolean isReady() {
		return locked(() -> !this.ready.isEmpty());
	}

	/**
	 * Return how many items were taken and not decided.
	 */
	int undecided() {
		return locked(() -> this.undecided);
	}

	int size() {
		return locked(() -> this.items.size() + this.ready.size());
	}

	/**
	 * Wait until there is something to do for the thread that takes items.
	 * @param nanos how long to wait at most
	 * @throws InterruptedException when the thread is interrupted
	 */
	void await(long nanos) throws InterruptedException {
		this.lock.lock();
		try {
			long left = nanos;
			while (left > 0 && this.undecided > 0 && this.ready.isEmpty() && this.returned.isEmpty()) {
				left = this.changed.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until all is decided that was taken.
	 * @param timeout how long to wait at most
	 * @return whether it is
	 */
	boolean awaitDecided(Duration timeout) throws InterruptedException {
		this.lock.lock();
		try {
			long left = timeout.toNanos();
			while (left > 0 && this.undecided > 0) {
				left = this.changed.awaitNanos(left);
			}
			return this.undecided == 0;
		}
		finally {
			this.lock.unlock();
		}
	}

}

package io.contacthub.bulk;

import java.util.ArrayList;
import java.util.List;

import io.contacthub.bulk.BulkOutcome.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An item that was taken, until it is decided what becomes of it. Guarded by its
 * {@link BulkWindow}.
 *
 * @param <S> the type of the items
 */
final class BulkItem<S> {

	private final long position;

	private final S source;

	private final List<Object> keys = new ArrayList<>(3);

	private final List<BulkItem<?>> successors = new ArrayList<>(0);

	private Runnable task = () -> {
	};

	private int predecessors;

	private boolean begun;

	private @Nullable BulkOutcome<S> outcome;

	private @Nullable RuntimeException failure;

	private boolean open;

	BulkItem(long position, S source) {
		this.position = position;
		this.source = source;
	}

	List<Object> keys() {
		return this.keys;
	}

	void addKey(Object key) {
		this.keys.add(key);
	}

	void waitFor(BulkItem<?> predecessor) {
		predecessor.successors.add(this);
		this.predecessors++;
	}

	/**
	 * Return whether it need not wait for another one.
	 */
	boolean isFree() {
		return this.predecessors == 0;
	}

	/**
	 * Return those that need not wait any longer, since this one is decided.
	 */
	List<BulkItem<?>> freed() {
		for (BulkItem<?> successor : this.successors) {
			successor.predecessors--;
		}
		return this.successors.stream().filter(BulkItem::isFree).distinct().toList();
	}

	/**
	 * Set what has it written on another thread.
	 */
	void task(Runnable task) {
		this.task = task;
	}

	/**
	 * Have it written on another thread.
	 */
	void execute() {
		this.task.run();
	}

	boolean isBegun() {
		return this.begun;
	}

	void begun(boolean begun) {
		this.begun = begun;
	}

	/**
	 * Take note of a failure after which it is not decided.
	 * @param open whether it may have been carried out nevertheless, which no later
	 * failure makes undone
	 */
	void failed(RuntimeException failure, boolean open) {
		if (!this.open) {
			this.failure = failure;
			this.open = open;
		}
	}

	/**
	 * Return its outcome, {@code null} as long as it is not decided.
	 */
	@Nullable BulkOutcome<S> outcome() {
		return this.outcome;
	}

	/**
	 * Decide what becomes of it: when it may have been carried out before, it has failed
	 * unless it succeeded, and where nothing was left to be changed, that was the change.
	 */
	BulkOutcome<S> decide(Kind kind, @Nullable String id, @Nullable RuntimeException failure) {
		BulkOutcome<S> decided;
		if (this.open && (kind == Kind.REFUSED || kind == Kind.FAILED || kind == Kind.NOT_DONE)) {
			decided = new BulkOutcome<>(this.position, this.source, Kind.FAILED, null, this.failure);
		}
		else {
			Kind known = (this.open && kind == Kind.UNCHANGED) ? Kind.UPDATED : kind;
			decided = new BulkOutcome<>(this.position, this.source, known, id,
					(kind == Kind.NOT_DONE && failure == null) ? this.failure : failure);
		}
		this.outcome = decided;
		return decided;
	}

}

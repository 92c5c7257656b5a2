package io.contacthub.batch;

import io.contacthub.bulk.BulkOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An item of a chunk, and what has become of it.
 *
 * @param <T> the type of the item
 */
class WrittenItem<T> {

	private final T item;

	private @Nullable BulkOutcome<T> outcome;

	private boolean skipped;

	WrittenItem(T item) {
		this.item = item;
	}

	T item() {
		return this.item;
	}

	/**
	 * Return what was decided.
	 * @return the outcome, or {@code null} as long as the item is open
	 */
	@Nullable BulkOutcome<T> outcome() {
		return this.outcome;
	}

	void settle(BulkOutcome<T> outcome) {
		this.outcome = outcome;
	}

	boolean isSkipped() {
		return this.skipped;
	}

	void skip() {
		this.skipped = true;
	}

}

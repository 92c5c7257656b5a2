package io.contacthub.messaging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.contacthub.update.Update;
import io.contacthub.update.UpdatePage;
import org.jspecify.annotations.Nullable;

/**
 * Page whose changes are handed out. It knows where it begins and ends, so that it can be
 * committed whatever has become of the source meanwhile.
 */
final class HandedPage {

	private final @Nullable Long from;

	private final @Nullable Long behind;

	private final Iterator<Update> untouched;

	/** In the order in which they are handed out again. */
	private final List<PendingUpdate> rejected = new ArrayList<>();

	private int open;

	private boolean committed;

	HandedPage(@Nullable Long from, UpdatePage page) {
		this.from = from;
		Long next = page.nextOffset();
		this.behind = (next != null && next >= 0) ? next : null;
		this.untouched = page.updates().iterator();
	}

	/**
	 * Return the offset behind which it begins.
	 */
	@Nullable Long from() {
		return this.from;
	}

	/**
	 * Take the next change. Those behind one that was rejected wait for it.
	 * @return the change, or {@code null} when there is none at present
	 */
	@Nullable PendingUpdate take(long now) {
		PendingUpdate next = null;
		if (!this.rejected.isEmpty()) {
			next = this.rejected.stream().filter((update) -> update.left(now) <= 0).findFirst().orElse(null);
			this.rejected.remove(next);
		}
		else if (this.untouched.hasNext()) {
			next = new PendingUpdate(this.untouched.next(), this);
		}
		if (next != null) {
			this.open++;
		}
		return next;
	}

	void reject(PendingUpdate update) {
		this.open--;
		this.rejected.add(update);
	}

	void settle() {
		this.open--;
	}

	boolean isHandled() {
		return this.open == 0 && this.rejected.isEmpty() && !this.untouched.hasNext();
	}

	/**
	 * Return whether the change that is being handled is the only one that is left.
	 */
	boolean isLast() {
		return this.open == 1 && this.rejected.isEmpty() && !this.untouched.hasNext();
	}

	/**
	 * Return the change that is handed out again next.
	 */
	@Nullable PendingUpdate repeated() {
		return this.rejected.isEmpty() ? null : this.rejected.get(0);
	}

	/**
	 * Store that all of it was handled.
	 * @return whether the offset was still where it begins
	 */
	boolean commit(StoredOffset offset) {
		if (!this.committed && this.behind != null) {
			if (!offset.move(this.from, this.behind)) {
				return false;
			}
			this.committed = true;
		}
		return true;
	}

	boolean isCommitted() {
		return this.committed;
	}

	/**
	 * Take back that its end was stored, since the transaction was not committed.
	 */
	void reopen() {
		this.committed = false;
	}

	/**
	 * Return the offset behind it, or that of its beginning when it has none.
	 */
	@Nullable Long behind() {
		return (this.behind != null) ? this.behind : this.from;
	}

}

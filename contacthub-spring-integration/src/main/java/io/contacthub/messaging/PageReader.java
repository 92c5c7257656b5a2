package io.contacthub.messaging;

import java.util.Iterator;
import java.util.OptionalLong;

import io.contacthub.client.UnusableAnswerException;
import io.contacthub.update.UpdateFilter;
import io.contacthub.update.UpdatePage;
import io.contacthub.update.UpdateRepository;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reader of changes, one page after the other: the next one is read when all of the
 * present one were handled and its offset is stored.
 */
final class PageReader {

	private static final Log logger = LogFactory.getLog(UpdateMessageSource.class);

	private final UpdateRepository updates;

	private final UpdateFilter filter;

	private final StoredOffset stored;

	private final InterruptibleWork reading = new InterruptibleWork();

	private @Nullable Iterator<UpdatePage> pages;

	private @Nullable HandedPage page;

	private boolean overtaken;

	private volatile @Nullable Long offset;

	PageReader(UpdateRepository updates, UpdateFilter filter, StoredOffset stored) {
		this.updates = updates;
		this.filter = filter;
		this.stored = stored;
	}

	/**
	 * Take the next change.
	 * @param size the greatest size of a page
	 * @param start where to begin as long as no offset is stored
	 * @param now the time as {@link System#nanoTime()} has it
	 * @return the change, or {@code null} at the present end, or while others are waited
	 * for
	 */
	@Nullable PendingUpdate take(int size, UpdateStart start, long now) {
		while (true) {
			HandedPage present = this.page;
			if (present == null) {
				present = read(size, start);
				if (present == null) {
					return null;
				}
				this.page = present;
			}
			if (!present.isHandled()) {
				return present.take(now);
			}
			if (!commit(present)) {
				return null;
			}
			this.page = null;
		}
	}

	/**
	 * Read the next page.
	 * @return the page, or {@code null} at the present end
	 */
	private @Nullable HandedPage read(int size, UpdateStart start) {
		Iterator<UpdatePage> pages = (this.pages != null) ? this.pages : pages(size, start);
		// one that fails is not asked again, since where it is may be somebody else's by
		// then
		this.pages = null;
		UpdatePage page = this.reading.call(() -> pages.hasNext() ? pages.next() : null);
		if (page == null) {
			return null;
		}
		Long next = page.nextOffset();
		if (!page.updates().isEmpty() && (next == null || next < 0)) {
			throw UnusableAnswerException.failure("GET /updates",
					"it has updates, and no 'nextOffset' to go on from: they would come for ever");
		}
		this.pages = pages;
		return new HandedPage(this.offset, page);
	}

	private Iterator<UpdatePage> pages(int size, UpdateStart start) {
		Long begin = begin(start);
		this.offset = begin;
		UpdateFilter next = (begin != null) ? this.filter.with((changed) -> changed.offset(begin).timestamp(null))
				: this.filter;
		return this.updates.stream(next, size).pages();
	}

	private @Nullable Long begin(UpdateStart start) {
		Long begin = this.stored.read();
		if (begin == null && start == UpdateStart.LATEST) {
			OptionalLong last = this.reading.call(() -> this.updates.lastOffset(this.filter));
			if (last.isPresent()) {
				this.stored.move(null, last.getAsLong());
				return this.stored.read();
			}
		}
		return begin;
	}

	private boolean commit(HandedPage page) {
		boolean committed = page.commit(this.stored);
		if (committed) {
			this.offset = page.behind();
		}
		else {
			if (!this.overtaken) {
				logger.warn("Somebody else has changed the offset that is stored as " + this.stored
						+ ", and changes are read from there on: another instance that reads the same changes needs "
						+ "another key, or a leader that is elected");
			}
			this.overtaken = true;
			forget();
		}
		return committed;
	}

	/**
	 * Store the end of a page if all of it was handled.
	 */
	void commitHandled(HandedPage page) {
		if (!page.isHandled()) {
			return;
		}
		if (page == this.page) {
			commit(page);
		}
		else if (page.commit(this.stored)) {
			// it was begun before a restart, and may have been read once more
			forget();
		}
	}

	/**
	 * Store the end of a page in the present transaction if the change that is handled in
	 * it is the last one. Where the store has no part in transactions, it is stored when
	 * the next change is asked for.
	 */
	void commitLast(HandedPage page) {
		if (page.isLast() && this.stored.isTransactional()) {
			page.commit(this.stored);
		}
	}

	/**
	 * Take note that the end of a page was stored in a transaction.
	 */
	void moveOn(HandedPage page) {
		if (page.isCommitted()) {
			commitHandled(page);
		}
	}

	/**
	 * Read no further from ContactHub. What the store does is not interrupted: that may
	 * break its connection.
	 */
	void interrupt() {
		this.reading.interrupt();
	}

	/**
	 * Begin anew from what is stored.
	 */
	void forget() {
		this.pages = null;
		this.page = null;
	}

	/**
	 * Return how long the next change waits yet after it was rejected, in nanoseconds.
	 */
	long left(long now) {
		PendingUpdate repeated = (this.page != null) ? this.page.repeated() : null;
		return (repeated != null) ? Math.max(0, repeated.left(now)) : 0;
	}

	/**
	 * Ask ContactHub and the store how far the one is behind the other.
	 */
	OptionalLong lag() {
		Long stored = this.stored.read();
		OptionalLong last = this.updates.lastOffset(this.filter);
		if (stored == null || last.isEmpty()) {
			return OptionalLong.empty();
		}
		return OptionalLong.of(Math.max(0, last.getAsLong() - stored));
	}

	@Nullable Long offset() {
		return this.offset;
	}

	String key() {
		return this.stored.toString();
	}

}

package io.contacthub.update;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.client.UnusableAnswerException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The updates up to the present, read page by page on the thread that asks for them.
 */
class PagedUpdateStream implements UpdateStream {

	private final UpdateRepository repository;

	private final UpdateFilter filter;

	private final int size;

	private @Nullable Long nextOffset;

	private boolean opened;

	private boolean closed;

	PagedUpdateStream(UpdateRepository repository, UpdateFilter filter, int size) {
		this.repository = repository;
		this.filter = filter;
		this.size = size;
		this.nextOffset = filter.offset();
	}

	@Override
	public Iterator<Update> iterator() {
		return new Updates(open());
	}

	@Override
	public Stream<Update> stream() {
		return StreamSupport.stream(new Updates(open()), false).onClose(this::close);
	}

	@Override
	public Iterator<UpdatePage> pages() {
		return open();
	}

	private Pages open() {
		Assert.state(!this.opened, "The updates can be read once: ask for another stream, from next() on");
		this.opened = true;
		return new Pages();
	}

	@Override
	public OptionalLong nextOffset() {
		return (this.nextOffset != null) ? OptionalLong.of(this.nextOffset) : OptionalLong.empty();
	}

	@Override
	public UpdateFilter next() {
		Long offset = this.nextOffset;
		return (offset != null) ? this.filter.with((next) -> next.offset(offset).timestamp(null)) : this.filter;
	}

	@Override
	public void close() {
		this.closed = true;
	}

	/**
	 * The pages in turn.
	 */
	private final class Pages implements Iterator<UpdatePage> {

		private @Nullable OptionalLong present;

		/**
		 * The page that has been read and is not given yet.
		 */
		private @Nullable UpdatePage page;

		/**
		 * The offset behind the updates of the page that was given last, unless it is
		 * known already.
		 */
		private @Nullable Long behind;

		private boolean last;

		@Override
		public boolean hasNext() {
			PagedUpdateStream stream = PagedUpdateStream.this;
			if (stream.closed) {
				return false;
			}
			if (this.page == null) {
				if (this.behind != null) {
					stream.nextOffset = this.behind;
					this.behind = null;
				}
				if (!this.last) {
					this.page = read();
				}
			}
			return this.page != null;
		}

		@Override
		public UpdatePage next() {
			UpdatePage page = hasNext() ? this.page : null;
			if (page == null) {
				throw new NoSuchElementException("There are no pages any more");
			}
			this.page = null;
			return page;
		}

		private UpdatePage read() {
			PagedUpdateStream stream = PagedUpdateStream.this;
			if (this.present == null) {
				this.present = stream.repository.lastOffset(stream.filter);
				checkOffset(this.present);
			}
			UpdatePage page = stream.repository.find(stream.next(), stream.size);
			this.last = isLast(page, stream.nextOffset, this.present);
			Long next = page.nextOffset();
			this.behind = (next != null && next >= 0) ? next : null;
			return page;
		}

		/**
		 * Refuse an offset that the workspace has not reached: from there on, all would
		 * be skipped that comes until then.
		 */
		private void checkOffset(OptionalLong present) {
			Long offset = PagedUpdateStream.this.nextOffset;
			if (offset == null || isReached(offset, present)) {
				return;
			}
			// of some updates, the last one may be long ago
			OptionalLong last = PagedUpdateStream.this.repository.lastOffset();
			if (!isReached(offset, last)) {
				throw new OffsetNotReachedException(offset, last.getAsLong());
			}
		}

		/**
		 * Return whether an offset is at most one behind the last. Whether it is the
		 * number of the last update or of the next one is not documented.
		 */
		private static boolean isReached(long offset, OptionalLong last) {
			return last.isEmpty() || offset - 1 <= last.getAsLong();
		}

		private static boolean isLast(UpdatePage page, @Nullable Long asked, OptionalLong present) {
			Long next = page.nextOffset();
			if (next == null) {
				return true;
			}
			if (asked != null && next < asked) {
				throw UnusableAnswerException.failure("GET /updates", "its 'nextOffset' is " + next
						+ ", which is before the offset " + asked + " that was asked for");
			}
			if (next < 0) {
				return true;
			}
			if (next.equals(asked)) {
				if (!page.updates().isEmpty()) {
					throw UnusableAnswerException.failure("GET /updates", "its 'nextOffset' is " + next
							+ ", the offset that was asked for, though it has updates: they would come for ever");
				}
				return true;
			}
			return present.isPresent() && next >= present.getAsLong();
		}

	}

	/**
	 * The updates in turn. It is not split: whoever reads on has worked on what came
	 * before.
	 */
	private final class Updates implements Iterator<Update>, Spliterator<Update> {

		private final Pages pages;

		private Iterator<Update> updates = List.<Update>of().iterator();

		Updates(Pages pages) {
			this.pages = pages;
		}

		@Override
		public boolean hasNext() {
			while (!PagedUpdateStream.this.closed && !this.updates.hasNext() && this.pages.hasNext()) {
				this.updates = this.pages.next().updates().iterator();
			}
			return !PagedUpdateStream.this.closed && this.updates.hasNext();
		}

		@Override
		public Update next() {
			if (!hasNext()) {
				throw new NoSuchElementException("There are no updates any more");
			}
			return this.updates.next();
		}

		@Override
		public boolean tryAdvance(Consumer<? super Update> action) {
			boolean found = hasNext();
			if (found) {
				action.accept(this.updates.next());
			}
			return found;
		}

		@Override
		public void forEachRemaining(Consumer<? super Update> action) {
			while (tryAdvance(action)) {
				// each is worked on before the next one is asked for
			}
		}

		@Override
		public @Nullable Spliterator<Update> trySplit() {
			return null;
		}

		@Override
		public long estimateSize() {
			return Long.MAX_VALUE;
		}

		@Override
		public int characteristics() {
			return ORDERED | NONNULL;
		}

	}

}

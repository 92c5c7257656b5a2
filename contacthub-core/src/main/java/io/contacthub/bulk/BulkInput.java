package io.contacthub.bulk;

import java.util.Collection;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The items of a run, which end where reading them fails.
 *
 * @param <S> the type of the items
 */
final class BulkInput<S> {

	private final Iterator<? extends S> items;

	private final OptionalLong total;

	private final Runnable closing;

	private final AtomicBoolean closed = new AtomicBoolean();

	private long taken;

	private boolean ended;

	private @Nullable Throwable failure;

	private BulkInput(Iterator<? extends S> items, OptionalLong total, Runnable closing) {
		this.items = items;
		this.total = total;
		this.closing = closing;
	}

	static <S> BulkInput<S> of(Iterator<? extends S> items) {
		return new BulkInput<>(items, OptionalLong.empty(), () -> {
		});
	}

	static <S> BulkInput<S> of(Collection<? extends S> items) {
		return new BulkInput<>(items.iterator(), OptionalLong.of(items.size()), () -> {
		});
	}

	static <S> BulkInput<S> of(Stream<? extends S> items) {
		Spliterator<? extends S> spliterator = items.spliterator();
		long size = spliterator.getExactSizeIfKnown();
		return new BulkInput<>(Spliterators.iterator(spliterator),
				(size >= 0) ? OptionalLong.of(size) : OptionalLong.empty(), items::close);
	}

	OptionalLong total() {
		return this.total;
	}

	/**
	 * Return the next item.
	 * @return the item, {@code null} when there is none or when it cannot be read
	 */
	@Nullable S next() {
		if (this.ended) {
			return null;
		}
		try {
			if (this.items.hasNext()) {
				S item = this.items.next();
				Assert.notNull(item, () -> "Item " + this.taken + " of the input is null");
				this.taken++;
				return item;
			}
		}
		catch (Throwable ex) {
			this.failure = ex;
		}
		this.ended = true;
		return null;
	}

	boolean isEnded() {
		return this.ended;
	}

	/**
	 * Return why it ended, unless there were no more items.
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Close what the items come from, once.
	 */
	void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.closing.run();
		}
	}

}

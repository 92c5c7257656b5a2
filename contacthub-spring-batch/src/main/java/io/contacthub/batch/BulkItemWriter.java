package io.contacthub.batch;

import java.util.List;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkRun;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.bulk.BulkWriter;
import io.contacthub.client.Delivery;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writer that has a {@link BulkWriter} write each chunk, and settles by itself what was
 * refused. The base of those for customers and events.
 *
 * @param <T> the type of the items
 */
abstract class BulkItemWriter<T> implements ItemStreamWriter<T> {

	private final BulkWriter<T> writer;

	private final Delivery delivery;

	private final ItemSkips<T> skips;

	// steps bring a chunk again on the same thread, and other threads have other chunks
	private final ThreadLocal<ChunkMemory<T>> memory = ThreadLocal.withInitial(ChunkMemory::new);

	BulkItemWriter(BulkWriter<T> writer, Delivery delivery, long skipLimit,
			@Nullable SkipListener<?, ? super T> listener) {
		this.writer = writer;
		this.delivery = delivery;
		this.skips = new ItemSkips<>(skipLimit, listener);
	}

	@Override
	public void write(Chunk<? extends T> chunk) {
		ChunkMemory<T> memory = this.memory.get();
		List<WrittenItem<T>> items = memory.take(ItemSkips.step(), chunk.getItems());
		boolean failed = true;
		try {
			RuntimeException failure = writeOpen(items.stream().filter((item) -> item.outcome() == null).toList());
			skipProblems(items);
			if (failure != null) {
				throw failure;
			}
			failed = false;
		}
		finally {
			memory.end(items, failed);
		}
	}

	/**
	 * Write what is open.
	 * @return why something is still open, or {@code null} when nothing is
	 */
	private @Nullable RuntimeException writeOpen(List<WrittenItem<T>> items) {
		RuntimeException open = null;
		try (BulkRun<T> run = this.writer.write(items.stream().map(WrittenItem::item).toList())) {
			for (BulkOutcome<T> outcome : run) {
				if (isSettled(outcome)) {
					items.get((int) outcome.position()).settle(outcome);
				}
				else if (open == null) {
					open = failure(outcome);
				}
			}
		}
		catch (BulkStoppedException ex) {
			// says why, other than the items that were not done
			return ex;
		}
		return open;
	}

	private boolean isSettled(BulkOutcome<T> outcome) {
		return switch (outcome.kind()) {
			case CREATED, UPDATED, UNCHANGED, ACCEPTED, REFUSED -> true;
			// was not to be sent again, whatever became of it
			case FAILED -> this.delivery == Delivery.AT_MOST_ONCE;
			case NOT_DONE -> false;
		};
	}

	private static RuntimeException failure(BulkOutcome<?> outcome) {
		RuntimeException failure = outcome.failure();
		return (failure != null) ? failure
				: new DataAccessResourceFailureException("Item " + outcome.position() + " was not written");
	}

	private void skipProblems(List<WrittenItem<T>> items) {
		for (WrittenItem<T> item : items) {
			BulkOutcome<T> outcome = item.outcome();
			if (outcome != null && outcome.isProblem() && !item.isSkipped()) {
				this.skips.skip(item.item(), failure(outcome));
				item.skip();
			}
		}
	}

	@Override
	public void close() {
		this.memory.remove();
	}

}

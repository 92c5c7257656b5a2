package io.contacthub.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.step.StepExecution;

/**
 * What has become of the items of one chunk, so that none of them is sent twice when the
 * step brings it again: a step that is fault-tolerant writes a chunk again when that has
 * failed, as a whole or item by item.
 *
 * @param <T> the type of the items
 */
class ChunkMemory<T> {

	private List<WrittenItem<T>> chunk = List.of();

	private final List<WrittenItem<T>> comingAgain = new ArrayList<>();

	private @Nullable StepExecution step;

	/**
	 * Take items, which are those of another chunk unless they may come again.
	 * @param step the step that brings them, another one for each start
	 * @param items the items
	 * @return what is known of each of them
	 */
	List<WrittenItem<T>> take(@Nullable StepExecution step, Collection<? extends T> items) {
		if (step != this.step) {
			this.comingAgain.clear();
			this.step = step;
		}
		List<WrittenItem<T>> again = again(items);
		if (again != null) {
			return again;
		}
		List<WrittenItem<T>> taken = new ArrayList<>();
		items.forEach((item) -> taken.add(new WrittenItem<>(item)));
		this.chunk = taken;
		this.comingAgain.clear();
		return taken;
	}

	private @Nullable List<WrittenItem<T>> again(Collection<? extends T> items) {
		List<WrittenItem<T>> left = new ArrayList<>(this.comingAgain);
		List<WrittenItem<T>> again = new ArrayList<>();
		for (T item : items) {
			// by identity: another item that equals one of the chunk is another item
			WrittenItem<T> found = left.stream().filter((known) -> known.item() == item).findFirst().orElse(null);
			if (found == null) {
				return null;
			}
			left.remove(found);
			again.add(found);
		}
		return again;
	}

	/**
	 * Remember how writing items has ended.
	 * @param taken what was known of them
	 * @param failed whether the step is told of a failure, so that all of a chunk come
	 * again
	 */
	void end(List<WrittenItem<T>> taken, boolean failed) {
		if (failed && taken.size() == this.chunk.size()) {
			this.comingAgain.clear();
			this.comingAgain.addAll(this.chunk);
		}
		else {
			this.comingAgain.removeAll(taken);
		}
	}

}

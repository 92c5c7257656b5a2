package io.contacthub.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.skip.SkipLimitExceededException;

/**
 * The items that a writer skips: a number of them in a step, each told to a listener, and
 * counted by the step as those are that it skips itself.
 *
 * @param <T> the type of the items
 */
class ItemSkips<T> {

	private final long limit;

	private final @Nullable SkipListener<?, ? super T> listener;

	ItemSkips(long limit, @Nullable SkipListener<?, ? super T> listener) {
		this.limit = limit;
		this.listener = listener;
	}

	/**
	 * Skip an item.
	 * @throws RuntimeException why it was not written, when no more are to be skipped
	 */
	void skip(T item, RuntimeException failure) {
		if (this.limit == 0) {
			throw failure;
		}
		StepExecution step = step();
		if (step != null && step.getSkipCount() >= this.limit) {
			throw new SkipLimitExceededException(this.limit, failure);
		}
		if (step != null) {
			step.setWriteSkipCount(step.getWriteSkipCount() + 1);
			// the step counts all that it has given to be written
			step.setWriteCount(step.getWriteCount() - 1);
		}
		if (this.listener != null) {
			this.listener.onSkipInWrite(item, failure);
		}
	}

	/**
	 * Return the step of this thread.
	 * @return the step, or {@code null} when there is none
	 */
	static @Nullable StepExecution step() {
		StepContext context = StepSynchronizationManager.getContext();
		return (context != null) ? context.getStepExecution() : null;
	}

}

package io.contacthub.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * The step for which a reader is open. Two at the same time would read what belongs to
 * one of them.
 */
class OpenStep {

	private final String reader;

	private @Nullable ExecutionContext context;

	private @Nullable StepExecution execution;

	OpenStep(String reader) {
		this.reader = reader;
	}

	/**
	 * Open for a step.
	 * @param context the context of the step
	 * @return whether it was not open; steps open a reader twice that they know by two
	 * names
	 */
	synchronized boolean open(ExecutionContext context) {
		boolean closed = this.context == null;
		Assert.state(closed || this.context == context, () -> "This " + this.reader
				+ " is open for another step: partitions in one process need one each, by @StepScope");
		if (closed) {
			this.context = context;
			this.execution = ItemSkips.step();
		}
		return closed;
	}

	/**
	 * Close, unless another step asks for it than the one that opened: steps close also
	 * what they could not open.
	 * @param closing what closes the reader, before another step can open it
	 */
	synchronized void close(Runnable closing) {
		StepExecution asking = ItemSkips.step();
		if (asking == null || this.execution == null || asking == this.execution) {
			try {
				closing.run();
			}
			finally {
				this.context = null;
				this.execution = null;
			}
		}
	}

}

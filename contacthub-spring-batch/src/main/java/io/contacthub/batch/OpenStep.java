package io.contacthub.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * The step for which a reader is open. Two at the same time would read what belongs to
 * one of them.
 */
class OpenStep {

	private final String reader;

	private @Nullable ExecutionContext context;

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
		this.context = context;
		return closed;
	}

	synchronized void close() {
		this.context = null;
	}

}

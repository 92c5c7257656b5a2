package io.contacthub.messaging;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Work that can be interrupted, and nothing else that its thread does.
 */
final class InterruptibleWork {

	private @Nullable Thread thread;

	private boolean interrupted;

	<T extends @Nullable Object> T call(Supplier<T> work) {
		begin();
		try {
			return work.get();
		}
		finally {
			end();
		}
	}

	private synchronized void begin() {
		this.thread = Thread.currentThread();
		this.interrupted = false;
	}

	private synchronized void end() {
		this.thread = null;
		if (this.interrupted) {
			Thread.interrupted();
		}
	}

	/**
	 * Interrupt the work if there is any.
	 */
	synchronized void interrupt() {
		if (this.thread != null) {
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

}

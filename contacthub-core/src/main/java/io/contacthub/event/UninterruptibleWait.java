package io.contacthub.event;

import java.time.Duration;

/**
 * Wait that takes as long as it takes, since an interrupt would cost events. The thread
 * stays interrupted.
 */
final class UninterruptibleWait {

	private UninterruptibleWait() {
	}

	/**
	 * Wait for something.
	 * @param timeout how long to wait at most
	 * @param waiting waits for it
	 * @return whether it came
	 */
	static boolean await(Duration timeout, Waiting waiting) {
		boolean interrupted = Thread.interrupted();
		long end = System.nanoTime() + timeout.toNanos();
		try {
			while (true) {
				try {
					return waiting.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * Something that can be waited for.
	 */
	@FunctionalInterface
	interface Waiting {

		boolean await(Duration timeout) throws InterruptedException;

	}

}

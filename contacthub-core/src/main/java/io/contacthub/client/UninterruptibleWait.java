package io.contacthub.client;

import java.time.Duration;

/**
 * Wait that takes as long as it takes, since an interrupt would cost what is on its way.
 * The thread stays interrupted. For the classes of this library.
 */
public final class UninterruptibleWait {

	private UninterruptibleWait() {
	}

	/**
	 * Wait for something.
	 * @param timeout how long to wait at most
	 * @param waiting waits for it
	 * @return whether it came
	 */
	public static boolean await(Duration timeout, Waiting waiting) {
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
	public interface Waiting {

		/**
		 * Wait for it.
		 * @param timeout how long to wait at most
		 * @return whether it came
		 * @throws InterruptedException when the thread is interrupted; it is waited for
		 * once more then
		 */
		boolean await(Duration timeout) throws InterruptedException;

	}

}

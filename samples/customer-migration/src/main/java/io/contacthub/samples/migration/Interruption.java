package io.contacthub.samples.migration;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish to stop, such as by Ctrl-C. A command that is told of it finishes what is
 * under way; the process waits for that.
 */
final class Interruption {

	private static final int PATIENCE = 15;

	private final CountDownLatch finished = new CountDownLatch(1);

	private Runnable stop = () -> {
	};

	private volatile boolean requested;

	/**
	 * Return the wish that signals express.
	 * @param console where it is said that a command did not come to its end
	 */
	static Interruption bySignals(Console console) {
		Interruption interruption = new Interruption();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			if (!interruption.request()) {
				console.say("What is on its way did not come to an end within " + PATIENCE
						+ " s: it may have been stored, and is looked at again with --resume.");
			}
		}, "interruption"));
		return interruption;
	}

	/**
	 * Ask the command to stop.
	 * @return whether it has come to its end
	 */
	boolean request() {
		synchronized (this) {
			if (this.finished.getCount() == 0) {
				return true;
			}
			this.requested = true;
			notifyAll();
			this.stop.run();
		}
		try {
			return this.finished.await(PATIENCE, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Wait for a while.
	 * @return whether the wish was expressed meanwhile
	 */
	synchronized boolean await(Duration duration) {
		long end = System.nanoTime() + duration.toNanos();
		try {
			for (long left = duration.toMillis(); left > 0
					&& !this.requested; left = (end - System.nanoTime()) / 1_000_000) {
				wait(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return this.requested;
	}

	boolean isRequested() {
		return this.requested;
	}

	/**
	 * Say what stops the command; at once, if that was asked for before.
	 */
	synchronized void onRequest(Runnable stop) {
		this.stop = stop;
		if (this.requested) {
			stop.run();
		}
	}

	synchronized void finished() {
		this.finished.countDown();
	}

}

package io.contacthub.messaging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.messaging.UpdateMessageSource;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.endpoint.SourcePollingChannelAdapter;

/**
 * Endpoint that polls for changes on a thread of its own, so that a listener that takes
 * long holds up no other task of the application. It runs as long as this instance leads,
 * and lets the listener that is called end when it is stopped.
 */
class UpdateFeedEndpoint extends SourcePollingChannelAdapter {

	private final BackgroundExecutor thread = BackgroundExecutor.pooled("contacthub-feed-", 1, (task) -> task);

	private final UpdateMessageSource changes;

	private final Duration pollInterval;

	private final Duration stopTimeout;

	private final AtomicReference<@Nullable Poll> present = new AtomicReference<>();

	private volatile boolean leading;

	private volatile boolean polling;

	private volatile CountDownLatch stopping = new CountDownLatch(0);

	/**
	 * Create an endpoint that is not started by itself.
	 * @param changes the changes
	 * @param pollInterval the time from one look for changes to the next
	 * @param stopTimeout the longest time to wait for a listener at the end
	 */
	UpdateFeedEndpoint(UpdateMessageSource changes, Duration pollInterval, Duration stopTimeout) {
		this.changes = changes;
		this.pollInterval = pollInterval;
		this.stopTimeout = stopTimeout;
		setSource(changes);
		setMaxMessagesPerPoll(-1);
		setAutoStartup(false);
		setTaskExecutor(this::poll);
	}

	/**
	 * Begin, since this instance leads from now on.
	 */
	void lead() {
		this.leading = true;
		stop();
		start();
	}

	/**
	 * End, since another instance leads, or none.
	 */
	void follow() {
		this.leading = false;
		stop();
	}

	boolean isLeading() {
		return this.polling;
	}

	@Override
	protected void doStart() {
		// a context that goes on after a pause starts what ran before, whoever leads
		if (this.leading) {
			this.stopping = new CountDownLatch(1);
			this.polling = true;
			super.doStart();
		}
	}

	@Override
	protected void doStop() {
		this.polling = false;
		this.stopping.countDown();
		super.doStop();
		Poll poll = this.present.get();
		if (poll != null && poll.thread != Thread.currentThread()) {
			await(poll);
		}
	}

	private void await(Poll poll) {
		try {
			if (!poll.end.await(this.stopTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
				logger.warn("A listener of changes has not ended within " + this.stopTimeout.toSeconds()
						+ " s: the change that it is told of comes once more");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Poll on the thread of the feed, unless it polls already. What was rejected, or
	 * could not be read, is polled for again before the next interval when its pause is
	 * over.
	 */
	private void poll(Runnable task) {
		Poll poll = new Poll();
		if (!this.present.compareAndSet(null, poll)) {
			return;
		}
		CountDownLatch stopping = this.stopping;
		try {
			this.thread.execute(() -> {
				poll.thread = Thread.currentThread();
				try {
					do {
						task.run();
					}
					while (pause(stopping));
				}
				finally {
					end(poll);
				}
			});
		}
		catch (RuntimeException | Error ex) {
			// there is no thread to be had: the next interval tries again
			end(poll);
			throw ex;
		}
	}

	private void end(Poll poll) {
		this.present.set(null);
		poll.end.countDown();
	}

	/**
	 * Wait for the end of a pause that is shorter than the interval.
	 * @return whether there is something to poll for
	 */
	private boolean pause(CountDownLatch stopping) {
		Duration pause = this.changes.pause();
		if (pause.isZero() || pause.compareTo(this.pollInterval) >= 0) {
			return false;
		}
		try {
			return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Return the name alone: it is logged when this starts and stops.
	 */
	@Override
	public String toString() {
		return String.valueOf(getComponentName());
	}

	@Override
	public void destroy() {
		super.destroy();
		this.thread.shutdown();
	}

	/**
	 * Polling of the thread of the feed.
	 */
	private static final class Poll {

		private final CountDownLatch end = new CountDownLatch(1);

		private volatile @Nullable Thread thread;

	}

}

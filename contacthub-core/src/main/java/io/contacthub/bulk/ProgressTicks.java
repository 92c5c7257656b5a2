package io.contacthub.bulk;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * The moments at which a listener is told of the progress, by the one thread that asks
 * for outcomes.
 */
final class ProgressTicks {

	/** Of nobody. */
	static final ProgressTicks NONE = new ProgressTicks(Duration.ofDays(10_000), (progress) -> {
	});

	private static final Log logger = LogFactory.getLog(BulkRun.class);

	private final long interval;

	private final Consumer<BulkProgress> listener;

	private long next;

	ProgressTicks(Duration interval, Consumer<BulkProgress> listener) {
		Assert.isTrue(interval != null && interval.compareTo(Duration.ofMillis(1)) >= 0,
				() -> "interval is " + interval + ": give a time of at least 1ms");
		Assert.notNull(listener, "listener is null: give what is told of the progress");
		this.interval = interval.toNanos();
		this.listener = listener;
		this.next = System.nanoTime() + this.interval;
	}

	/**
	 * Return how long it is until the next one.
	 */
	long untilNext() {
		return Math.max(1, this.next - System.nanoTime());
	}

	/**
	 * Tell the listener, when it is time.
	 */
	void tick(Supplier<BulkProgress> progress) {
		long now = System.nanoTime();
		if (now - this.next >= 0) {
			this.next = now + this.interval;
			tell(progress.get());
		}
	}

	/**
	 * Tell the listener how it has ended.
	 */
	void end(Supplier<BulkProgress> progress) {
		tell(progress.get());
	}

	private void tell(BulkProgress progress) {
		try {
			this.listener.accept(progress);
		}
		catch (RuntimeException ex) {
			logger.warn("The listener failed", ex);
		}
	}

}

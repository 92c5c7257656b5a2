package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clock of a pause that goes on only when a test says so.
 */
public class StoppedClock implements SharedPause.PauseClock {

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger waiting = new AtomicInteger();

	private volatile long left;

	@Override
	public long nanoTime() {
		return this.now.get();
	}

	@Override
	public void await(Condition over, long nanos) throws InterruptedException {
		this.left = nanos;
		this.waiting.incrementAndGet();
		try {
			// short, so that it is seen when the clock goes on
			over.awaitNanos(TimeUnit.MILLISECONDS.toNanos(5));
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	public void advance(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	/**
	 * Assert that so many threads come to wait, at the same time, for the rest of a
	 * pause. When these are all threads there are, nothing is on its way.
	 */
	public void assertWaiting(int threads, Duration rest) {
		Awaitility.await().untilAsserted(() -> {
			assertThat(Duration.ofNanos(this.left)).isEqualTo(rest);
			assertThat(this.waiting).hasValue(threads);
		});
	}

}

package io.contacthub.messaging;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.contacthub.client.BackgroundExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Lag of a feed, asked for in the background, so that who reads metrics never waits long
 * for ContactHub.
 */
final class OffsetLag {

	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final BackgroundExecutor executor = BackgroundExecutor.unbounded("contacthub-lag-", (task) -> task);

	private final Supplier<OptionalLong> question;

	private final LongSupplier nanoTime;

	private @Nullable Future<OptionalLong> answer;

	private long asked;

	/**
	 * Create the lag.
	 * @param question asks ContactHub and the store
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 */
	OffsetLag(Supplier<OptionalLong> question, LongSupplier nanoTime) {
		this.question = question;
		this.nanoTime = nanoTime;
	}

	/**
	 * Return the lag as it was a short while ago.
	 * @return the lag, or empty when it cannot be told, or not in time
	 */
	OptionalLong get() {
		try {
			return answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			return OptionalLong.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return OptionalLong.empty();
		}
	}

	private synchronized Future<OptionalLong> answer() {
		Future<OptionalLong> present = this.answer;
		long now = this.nanoTime.getAsLong();
		if (present == null || (present.isDone() && now - this.asked > TIME_TO_LIVE.toNanos())) {
			present = this.executor.submit(this.question::get);
			this.answer = present;
			this.asked = now;
		}
		return present;
	}

}

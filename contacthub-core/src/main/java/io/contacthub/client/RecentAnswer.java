package io.contacthub.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Answer to a question that is asked in the background and kept for a while, for meters:
 * all who look at the same time look at one answer, and who does not answer holds none of
 * them up for longer than a second. For this library.
 *
 * @param <T> the type of the answer
 */
public final class RecentAnswer<T> {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

	private final Supplier<T> question;

	private final long timeToLive;

	private final BackgroundExecutor executor;

	private final LongSupplier nanoTime;

	private @Nullable Future<T> answer;

	private long asked;

	/**
	 * Create what has not been asked yet.
	 * @param question asks
	 * @param timeToLive how long an answer is kept
	 * @param executor asks in the background
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 */
	public RecentAnswer(Supplier<T> question, Duration timeToLive, BackgroundExecutor executor, LongSupplier nanoTime) {
		this.question = question;
		this.timeToLive = timeToLive.toNanos();
		this.executor = executor;
		this.nanoTime = nanoTime;
	}

	/**
	 * Return the answer, and ask again when it is kept no longer.
	 * @return the answer, empty when there was none, or not in time
	 */
	public Optional<T> get() {
		Future<T> present;
		long left;
		synchronized (this) {
			present = present();
			left = PATIENCE - age();
		}
		try {
			return Optional.of(present.get(Math.max(0, left), TimeUnit.NANOSECONDS));
		}
		catch (ExecutionException | TimeoutException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private Future<T> present() {
		Future<T> present = this.answer;
		if (present == null || (present.isDone() && age() > this.timeToLive)) {
			this.asked = this.nanoTime.getAsLong();
			present = this.executor.submit(this.question::get);
			this.answer = present;
		}
		return present;
	}

	private long age() {
		return this.nanoTime.getAsLong() - this.asked;
	}

}

package io.contacthub.autoconfigure.metrics;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.contacthub.client.BackgroundExecutor;
import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;
import org.jspecify.annotations.Nullable;

/**
 * Reader of what a publisher has in its store, for meters: all that are read at the same
 * time look at one outcome, and a database that does not answer holds none of them up for
 * long, nor those of the rest of the application.
 */
final class BacklogReader {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final Supplier<@Nullable DurableEventPublisher> publisher;

	private final BackgroundExecutor executor;

	private @Nullable Reading last;

	/**
	 * Create the reader.
	 * @param publisher gives the publisher, as soon as there is one
	 * @param executor asks it
	 */
	BacklogReader(Supplier<@Nullable DurableEventPublisher> publisher, BackgroundExecutor executor) {
		this.publisher = publisher;
		this.executor = executor;
	}

	/**
	 * Read a number.
	 * @param number gives the number
	 * @return the number, {@code NaN} while the store cannot be read
	 */
	double read(ToDoubleFunction<EventBacklog> number) {
		DurableEventPublisher present = this.publisher.get();
		if (present == null) {
			return Double.NaN;
		}
		Reading reading = reading(present);
		try {
			return number
				.applyAsDouble(reading.outcome().get(Math.max(0, SECOND - reading.age()), TimeUnit.NANOSECONDS));
		}
		catch (ExecutionException | TimeoutException ex) {
			return Double.NaN;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Double.NaN;
		}
	}

	private synchronized Reading reading(DurableEventPublisher publisher) {
		Reading reading = this.last;
		if (reading == null || (reading.outcome().isDone() && reading.age() > SECOND)) {
			reading = new Reading(this.executor.submit(publisher::backlog), System.nanoTime());
			this.last = reading;
		}
		return reading;
	}

	/**
	 * A reading that has been begun.
	 *
	 * @param outcome its outcome
	 * @param begun when, as {@link System#nanoTime()} has it
	 */
	private record Reading(Future<EventBacklog> outcome, long begun) {

		long age() {
			return System.nanoTime() - this.begun;
		}

	}

}

package io.contacthub.autoconfigure.validation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.contacthub.client.BackgroundExecutor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cache of the schemas of a workspace. They are read on another thread, once for all who
 * need them at the same time, and never before somebody does. Nobody waits for a reading
 * when the time-out is over since it began; the reading goes on. Those that were read
 * stay until others have been read, however long that takes.
 */
final class SchemaCache {

	/** Schemas of this age are read anew before anything is refused by them. */
	private static final Duration CONFIRMED = Duration.ofSeconds(30);

	/** Wait after a reading that failed. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Supplier<Map<String, ObjectNode>> reader;

	private final Duration timeToLive;

	private final Duration timeout;

	private final BackgroundExecutor executor;

	private final LongSupplier nanoTime;

	private final SchemaReadings readings;

	private volatile @Nullable WorkspaceSchemas schemas;

	private @Nullable Reading reading;

	/** The end of the pause after a failure. */
	private @Nullable Long pausedUntil;

	/**
	 * Create a cache.
	 * @param reader reads the schemas by their names
	 * @param timeToLive the time after which they are read anew
	 * @param timeout the longest time that anybody waits for them
	 * @param executor reads them, in the context of who asks
	 * @param nanoTime the time as {@link System#nanoTime()} has it
	 * @param readings is told what becomes of the readings
	 */
	SchemaCache(Supplier<Map<String, ObjectNode>> reader, Duration timeToLive, Duration timeout,
			BackgroundExecutor executor, LongSupplier nanoTime, SchemaReadings readings) {
		this.reader = reader;
		this.timeToLive = timeToLive;
		this.timeout = timeout;
		this.executor = executor;
		this.nanoTime = nanoTime;
		this.readings = readings;
	}

	/**
	 * Return the schemas, and have them read behind when they are old.
	 * @return the schemas, {@code null} when they could not be read yet
	 */
	@Nullable WorkspaceSchemas get() {
		WorkspaceSchemas present = this.schemas;
		if (present == null) {
			await(reading());
		}
		else if (isOlder(present, this.timeToLive)) {
			reading();
		}
		return this.schemas;
	}

	/**
	 * Return the schemas by which something may be refused: they are read anew if they
	 * are not as good as new.
	 * @param judged those by which it would be
	 * @return those or newer ones
	 */
	WorkspaceSchemas confirmed(WorkspaceSchemas judged) {
		WorkspaceSchemas present = this.schemas;
		if (present == judged && isOlder(judged, CONFIRMED)) {
			await(reading());
			present = this.schemas;
		}
		return (present != null) ? present : judged;
	}

	private boolean isOlder(WorkspaceSchemas present, Duration age) {
		return this.nanoTime.getAsLong() - present.readAt() > age.toNanos();
	}

	/**
	 * Return the reading that goes on, or begin one unless one has failed just now.
	 */
	private synchronized @Nullable Reading reading() {
		Reading present = this.reading;
		if (present != null && !present.outcome().isDone()) {
			return present;
		}
		long now = this.nanoTime.getAsLong();
		Long end = this.pausedUntil;
		if (end != null && now - end < 0) {
			return null;
		}
		// also where it does not even begin
		this.pausedUntil = now + PAUSE.toNanos();
		Reading begun = new Reading(this.executor.submit(() -> read(now)), now);
		this.reading = begun;
		return begun;
	}

	/**
	 * Read the schemas.
	 * @param begun the time at which they were asked for
	 * @return nothing
	 */
	private @Nullable Void read(long begun) {
		try {
			WorkspaceSchemas read = WorkspaceSchemas.of(begun, this.reader.get(), this.schemas);
			synchronized (this) {
				this.schemas = read;
				this.pausedUntil = null;
			}
			this.readings.succeeded();
		}
		catch (RuntimeException | Error ex) {
			boolean longer = SchemaReadings.isForbidden(ex) && this.timeToLive.compareTo(PAUSE) > 0;
			Duration pause = longer ? this.timeToLive : PAUSE;
			synchronized (this) {
				this.pausedUntil = this.nanoTime.getAsLong() + pause.toNanos();
			}
			this.readings.failed(ex, this.schemas);
			if (ex instanceof Error error) {
				throw error;
			}
		}
		return null;
	}

	/**
	 * Wait for a reading until the time-out is over since it began, so that one which
	 * hangs does not slow down all who write meanwhile.
	 */
	private void await(@Nullable Reading reading) {
		if (reading == null) {
			return;
		}
		try {
			long left = this.timeout.toNanos() - (this.nanoTime.getAsLong() - reading.begun());
			reading.outcome().get(Math.max(0, left), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			// it goes on
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			this.readings.failed((ex.getCause() != null) ? ex.getCause() : ex, this.schemas);
		}
	}

	/**
	 * A reading that has been begun.
	 */
	private record Reading(Future<?> outcome, long begun) {

	}

}

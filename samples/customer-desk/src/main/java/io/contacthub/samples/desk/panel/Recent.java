package io.contacthub.samples.desk.panel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * What was read a minute ago or less, so that it is not read again for everybody who
 * looks. Those who ask while it is on its way wait for the same.
 */
@Component
public class Recent {

	static final Duration KEPT = Duration.ofMinutes(1);

	private final InstantSource clock;

	private final Map<Object, Reading> readings = new ConcurrentHashMap<>();

	Recent() {
		this(InstantSource.system());
	}

	Recent(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Return what was read lately, or read it now.
	 * @param <T> the type of what is read
	 * @param key what it is
	 * @param reader reads it; what it throws is not kept
	 * @return what was read
	 */
	public <T> T get(Object key, Supplier<T> reader) {
		try {
			return load(key, () -> CompletableFuture.completedFuture(reader.get()), (value) -> true).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Return what was read lately or is on its way, or begin to read it.
	 * @param <T> the type of what is read
	 * @param key what it is
	 * @param reader begins to read it
	 * @param kept whether what was read is for those who ask later, too
	 * @return what is read; others wait for it, too, so that nobody may complete it
	 */
	@SuppressWarnings("unchecked")
	public <T> CompletableFuture<T> load(Object key, Supplier<CompletableFuture<T>> reader, Predicate<T> kept) {
		Instant now = this.clock.instant();
		Reading own = new Reading(new CompletableFuture<>(), now.plus(KEPT));
		this.readings.values().removeIf((reading) -> !reading.counts(now));
		Reading reading = this.readings.computeIfAbsent(key, (absent) -> own);
		CompletableFuture<T> value = (CompletableFuture<T>) reading.value();
		if (reading == own) {
			begin(reader).whenComplete((read, failure) -> {
				if (failure != null || !kept.test(read)) {
					this.readings.remove(key, own);
				}
				if (failure != null) {
					value.completeExceptionally(failure);
				}
				else {
					value.complete(read);
				}
			});
		}
		return value;
	}

	private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> reader) {
		try {
			return reader.get();
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	/**
	 * Forget all that was read.
	 */
	public void clear() {
		this.readings.clear();
	}

	/**
	 * What is read, and until when it counts.
	 */
	private record Reading(CompletableFuture<?> value, Instant until) {

		boolean counts(Instant now) {
			return now.isBefore(this.until) || !this.value.isDone();
		}

	}

}

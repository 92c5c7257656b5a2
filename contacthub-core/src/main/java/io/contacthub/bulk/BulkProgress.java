package io.contacthub.bulk;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run is, or what is being read.
 *
 * @param taken how many items were taken from the input
 * @param done how many of them are decided, be it as a problem; without those that were
 * {@link BulkOutcome.Kind#NOT_DONE}
 * @param total how many there are, where it is known
 * @param elapsed for how long it has been going on
 * @param paused whether all threads pause at present, since ContactHub asked for patience
 * or is away
 * @param outcomes how many items have become what, empty of what is being read
 */
public record BulkProgress(long taken, long done, OptionalLong total, Duration elapsed, boolean paused,
		Map<BulkOutcome.Kind, Long> outcomes) {

	/**
	 * Copy the numbers.
	 */
	public BulkProgress {
		Map<BulkOutcome.Kind, Long> numbers = new EnumMap<>(BulkOutcome.Kind.class);
		numbers.putAll(outcomes);
		outcomes = Collections.unmodifiableMap(numbers);
	}

	/**
	 * Return how many items have become something.
	 * @param kind what they have become
	 * @return their number
	 */
	public long count(BulkOutcome.Kind kind) {
		return this.outcomes.getOrDefault(kind, 0L);
	}

	/**
	 * Return the rate since the beginning.
	 * @return how many items were done in a second, 0 at the beginning
	 */
	public double rate() {
		long nanos = this.elapsed.toNanos();
		return (nanos > 0) ? this.done * 1e9 / nanos : 0;
	}

	/**
	 * Return how many items are left.
	 * @return their number, empty when the total is not known
	 */
	public OptionalLong remaining() {
		return this.total.isPresent() ? OptionalLong.of(Math.max(0, this.total.getAsLong() - this.done))
				: OptionalLong.empty();
	}

	/**
	 * Return how long it takes until all is done, when it goes on at this rate.
	 * @return the time, empty when the total is not known or nothing was done yet
	 */
	public Optional<Duration> timeLeft() {
		double rate = rate();
		return (this.total.isPresent() && rate > 0)
				? Optional.of(Duration.ofMillis((long) (remaining().orElse(0) / rate * 1000))) : Optional.empty();
	}

	/**
	 * Return the progress in words, such as
	 * {@code 1200 of 5000, 310/s, 12 s left: created 1150, refused 50}.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(this.done);
		this.total.ifPresent((total) -> text.append(" of ").append(total));
		text.append(String.format(Locale.ROOT, ", %.0f/s", rate()));
		timeLeft().ifPresent((left) -> text.append(", ").append(left.toSeconds()).append(" s left"));
		text.append(this.paused ? ", paused" : "");
		String separator = ": ";
		for (Map.Entry<BulkOutcome.Kind, Long> outcome : this.outcomes.entrySet()) {
			text.append(separator)
				.append(outcome.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
				.append(' ')
				.append(outcome.getValue());
			separator = ", ";
		}
		return text.toString();
	}

}

package io.contacthub.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.contacthub.error.ContactHubFailure;

/**
 * Lengths of pauses that follow each other, as settings say. For this library.
 */
public final class PauseLengths {

	private final double shortest;

	private final double longest;

	private final double multiplier;

	private final double jitter;

	/**
	 * Create the lengths.
	 * @param settings what they are by
	 */
	public PauseLengths(PauseSettings settings) {
		this.longest = settings.maxInterval().toNanos();
		this.shortest = Math.min(this.longest, settings.initialInterval().toNanos());
		this.multiplier = settings.multiplier();
		this.jitter = settings.jitter();
	}

	/**
	 * Return how long ContactHub asks to wait.
	 * @param failure what came of a request
	 * @return the time, zero when it does not ask
	 */
	public static Duration asked(Throwable failure) {
		return ContactHubFailure.in(failure).map(ContactHubFailure::retryAfter).orElse(Duration.ZERO);
	}

	/**
	 * Return the length of a pause, which is another one each time when there is jitter.
	 * @param before how many pauses there were before it
	 * @return the length
	 */
	public Duration length(int before) {
		double length = Math.min(this.longest, this.shortest * Math.pow(this.multiplier, before));
		// drawn between the bounds: were it put back to them, many would be of the same
		// length
		double from = Math.max(this.shortest, length * (1 - this.jitter));
		double to = Math.min(this.longest, length * (1 + this.jitter));
		return Duration.ofNanos((long) (from + ThreadLocalRandom.current().nextDouble() * (to - from)));
	}

	/**
	 * Return the length of a pause, for which ContactHub may ask.
	 * @param before how many pauses there were before it
	 * @param asked how long ContactHub asks to wait
	 * @return the length, as long as asked at least, but never longer than the longest
	 */
	public Duration length(int before, Duration asked) {
		Duration length = length(before);
		if (asked.compareTo(length) <= 0) {
			return length;
		}
		Duration longest = Duration.ofNanos((long) this.longest);
		return (asked.compareTo(longest) < 0) ? asked : longest;
	}

}

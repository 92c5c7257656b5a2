package io.contacthub.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How requests are repeated. Only those are that can do no harm.
 *
 * @param maxAttempts the greatest number of requests for one call, the first included
 * @param initialInterval the wait before the second request
 * @param multiplier by how much each wait is longer than the one before, at least 1
 * @param maxInterval the longest wait, also when the server asks for a longer one
 * @param maxElapsed no request is repeated once this time has passed since the first one
 * @param jitter the part of each wait that is random, from 0 for none to 1: a wait of 200
 * ms with a jitter of 0.5 lasts between 100 and 200 ms
 */
public record RetrySettings(int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval,
		Duration maxElapsed, double jitter) {

	/**
	 * Check the settings.
	 */
	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, () -> "maxAttempts is " + maxAttempts + ": it must be at least 1");
		Assert.isTrue(multiplier >= 1, () -> "multiplier is " + multiplier + ": it must be at least 1");
		Assert.isTrue(jitter >= 0 && jitter <= 1, () -> "jitter is " + jitter + ": it must be from 0 to 1");
		positive("initialInterval", initialInterval);
		positive("maxInterval", maxInterval);
		positive("maxElapsed", maxElapsed);
	}

	private static void positive(String name, Duration duration) {
		Assert.isTrue(duration.toMillis() > 0, () -> name + " is " + duration + ": it must be at least 1ms");
	}

	/**
	 * The settings that hold unless others are given: 3 attempts, waits of up to 200 ms
	 * and 400 ms, of which half is random, never longer than 5 s, all within 30 s.
	 * @return the settings
	 */
	public static RetrySettings defaults() {
		return new RetrySettings(3, Duration.ofMillis(200), 2, Duration.ofSeconds(5), Duration.ofSeconds(30), 0.5);
	}

	/**
	 * Settings under which nothing is repeated.
	 * @return the settings
	 */
	public static RetrySettings none() {
		RetrySettings defaults = defaults();
		return new RetrySettings(1, defaults.initialInterval, defaults.multiplier, defaults.maxInterval,
				defaults.maxElapsed, defaults.jitter);
	}

}

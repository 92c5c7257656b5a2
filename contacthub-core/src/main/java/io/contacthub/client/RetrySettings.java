package io.contacthub.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How failed requests are repeated. Only requests whose repetition can do no harm are:
 * GET, PUT, DELETE and PATCH when the network failed or the answer was 423, 429, 502, 503
 * or 504; POST only when it was certainly not carried out, which is when no connection
 * was made, or the answer was 423, 429, or 503 with a {@code Retry-After} header.
 *
 * @param maxAttempts how many requests are made at most, the first included; 1 switches
 * repetition off
 * @param initialInterval the wait before the second request
 * @param multiplier by how much each wait is longer than the one before; a random part is
 * added to each
 * @param maxInterval the longest wait, also when the server asks for a longer one
 * @param maxElapsed no request is repeated once this time has passed since the first one
 */
public record RetrySettings(int maxAttempts, Duration initialInterval, double multiplier, Duration maxInterval,
		Duration maxElapsed) {

	/**
	 * Check the settings.
	 */
	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, () -> "maxAttempts is " + maxAttempts + ": it must be at least 1");
		Assert.isTrue(multiplier > 1, () -> "multiplier is " + multiplier + ": it must be greater than 1");
		positive("initialInterval", initialInterval);
		positive("maxInterval", maxInterval);
		positive("maxElapsed", maxElapsed);
	}

	private static void positive(String name, Duration duration) {
		Assert.isTrue(duration.toMillis() > 0, () -> name + " is " + duration + ": it must be at least 1ms");
	}

	/**
	 * The settings that hold unless others are given: 3 attempts, waits of 200 ms and 400
	 * ms with a random part, never longer than 5 s, all within 30 s.
	 * @return the settings
	 */
	public static RetrySettings defaults() {
		return new RetrySettings(3, Duration.ofMillis(200), 2, Duration.ofSeconds(5), Duration.ofSeconds(30));
	}

	/**
	 * Settings under which nothing is repeated.
	 * @return the settings
	 */
	public static RetrySettings none() {
		RetrySettings defaults = defaults();
		return new RetrySettings(1, defaults.initialInterval, defaults.multiplier, defaults.maxInterval,
				defaults.maxElapsed);
	}

}

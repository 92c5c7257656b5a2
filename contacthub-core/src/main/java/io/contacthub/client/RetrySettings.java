package io.contacthub.client;

import java.time.Duration;

/**
 * Settings of the repetition of requests. Only those are repeated that can do no harm.
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
	 * @throws IllegalSettingException when one is refused
	 */
	public RetrySettings {
		if (maxAttempts < 1) {
			throw new IllegalSettingException("maxAttempts", maxAttempts, "it must be at least 1");
		}
		if (!(multiplier >= 1)) {
			throw new IllegalSettingException("multiplier", multiplier, "it must be at least 1");
		}
		if (!(jitter >= 0 && jitter <= 1)) {
			throw new IllegalSettingException("jitter", jitter, "it must be from 0 to 1");
		}
		positive("initialInterval", initialInterval);
		positive("maxInterval", maxInterval);
		positive("maxElapsed", maxElapsed);
	}

	private static void positive(String name, Duration duration) {
		if (duration.compareTo(Duration.ofMillis(1)) < 0) {
			throw new IllegalSettingException(name, duration, "it must be at least 1ms");
		}
	}

	/**
	 * Return the settings that hold unless others are given: 3 attempts, waits of up to
	 * 200 ms and 400 ms, of which half is random, never longer than 5 s, all within 30 s.
	 * @return the settings
	 */
	public static RetrySettings defaults() {
		return new RetrySettings(3, Duration.ofMillis(200), 2, Duration.ofSeconds(5), Duration.ofSeconds(30), 0.5);
	}

	/**
	 * Return settings under which nothing is repeated.
	 * @return the settings
	 */
	public static RetrySettings none() {
		return defaults().withMaxAttempts(1);
	}

	/**
	 * Return these settings with another value for the number of requests.
	 * @param maxAttempts the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withMaxAttempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, this.initialInterval, this.multiplier, this.maxInterval, this.maxElapsed,
				this.jitter);
	}

	/**
	 * Return these settings with another value for the first wait.
	 * @param initialInterval the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withInitialInterval(Duration initialInterval) {
		return new RetrySettings(this.maxAttempts, initialInterval, this.multiplier, this.maxInterval, this.maxElapsed,
				this.jitter);
	}

	/**
	 * Return these settings with another value for the factor from one wait to the next.
	 * @param multiplier the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withMultiplier(double multiplier) {
		return new RetrySettings(this.maxAttempts, this.initialInterval, multiplier, this.maxInterval, this.maxElapsed,
				this.jitter);
	}

	/**
	 * Return these settings with another value for the longest wait.
	 * @param maxInterval the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withMaxInterval(Duration maxInterval) {
		return new RetrySettings(this.maxAttempts, this.initialInterval, this.multiplier, maxInterval, this.maxElapsed,
				this.jitter);
	}

	/**
	 * Return these settings with another value for the time in which requests are
	 * repeated.
	 * @param maxElapsed the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withMaxElapsed(Duration maxElapsed) {
		return new RetrySettings(this.maxAttempts, this.initialInterval, this.multiplier, this.maxInterval, maxElapsed,
				this.jitter);
	}

	/**
	 * Return these settings with another value for the random part of a wait.
	 * @param jitter the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public RetrySettings withJitter(double jitter) {
		return new RetrySettings(this.maxAttempts, this.initialInterval, this.multiplier, this.maxInterval,
				this.maxElapsed, jitter);
	}

}

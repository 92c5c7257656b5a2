package io.contacthub.client;

import java.time.Duration;

/**
 * How long all threads that send the same kind of thing pause, after something that
 * ContactHub did not take and may take later.
 *
 * @param initialInterval the first pause
 * @param multiplier factor from one pause to the next, at least 1
 * @param maxInterval the longest pause, also when ContactHub asks for a longer one
 * @param jitter the part of each pause by which it may be longer or shorter, at random,
 * so that applications that paused together do not come back together; from 0 to 1. No
 * pause is shorter than the first or longer than the longest
 */
public record PauseSettings(Duration initialInterval, double multiplier, Duration maxInterval, double jitter) {

	private static final Duration LONGEST = Duration.ofDays(24);

	/**
	 * Check the settings.
	 * @throws IllegalSettingException when one is refused
	 */
	public PauseSettings {
		check("initialInterval", initialInterval);
		check("maxInterval", maxInterval);
		if (!(multiplier >= 1)) {
			throw new IllegalSettingException("multiplier", multiplier, "it must be at least 1");
		}
		if (!(jitter >= 0 && jitter <= 1)) {
			throw new IllegalSettingException("jitter", jitter, "it must be from 0 to 1");
		}
	}

	private static void check(String name, Duration duration) {
		if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(LONGEST) > 0) {
			throw new IllegalSettingException(name, duration, "it must be from 1ms to " + LONGEST.toDays() + " days");
		}
	}

	/**
	 * Return the settings that hold unless others are given: pauses of 1 s, 2 s, 4 s and
	 * so on, up to 10 s.
	 * @return the settings
	 */
	public static PauseSettings defaults() {
		return new PauseSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(10), 0.5);
	}

	/**
	 * Return these settings with another value for the first pause.
	 * @param initialInterval the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public PauseSettings withInitialInterval(Duration initialInterval) {
		return new PauseSettings(initialInterval, this.multiplier, this.maxInterval, this.jitter);
	}

	/**
	 * Return these settings with another value for the factor from one pause to the next.
	 * @param multiplier the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public PauseSettings withMultiplier(double multiplier) {
		return new PauseSettings(this.initialInterval, multiplier, this.maxInterval, this.jitter);
	}

	/**
	 * Return these settings with another value for the longest pause.
	 * @param maxInterval the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public PauseSettings withMaxInterval(Duration maxInterval) {
		return new PauseSettings(this.initialInterval, this.multiplier, maxInterval, this.jitter);
	}

	/**
	 * Return these settings with another value for the random part of a pause.
	 * @param jitter the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public PauseSettings withJitter(double jitter) {
		return new PauseSettings(this.initialInterval, this.multiplier, this.maxInterval, jitter);
	}

}

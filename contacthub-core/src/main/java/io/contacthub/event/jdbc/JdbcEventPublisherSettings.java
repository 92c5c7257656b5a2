package io.contacthub.event.jdbc;

import java.time.Duration;

import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Settings of a {@link JdbcEventPublisher}.
 *
 * @param name the name of the publisher, of at most 100 characters: publishers of the
 * same name send each other's events, those of other names have nothing to do with them
 * @param concurrency how many events are sent at the same time, from 1 to 1000
 * @param ordered whether the events of a customer are sent in the order in which they
 * were accepted, one after the other; to be the same for all publishers of the name
 * @param lease how long an event belongs to the process that sends it, before another one
 * takes it over; at least twice as long as a call to ContactHub takes at most, from 1s to
 * 1 day
 * @param pollInterval how often the table is looked at for events of other processes,
 * from 1ms to 1 day
 * @param maxAge the age from which an event is not sent again any more when an attempt
 * fails; {@code null} when there is none
 * @param shutdownTimeout how long the end waits for events that are being sent
 * @param retry how long an event waits that is sent again, and how long all pause
 * together while ContactHub is away
 */
public record JdbcEventPublisherSettings(String name, int concurrency, boolean ordered, Duration lease,
		Duration pollInterval, @Nullable Duration maxAge, Duration shutdownTimeout, PauseSettings retry) {

	private static final int LONGEST_NAME = 100;

	private static final int LARGEST = 1000;

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration LONGEST_END = Duration.ofDays(24);

	private static final Duration LONGEST_AGE = Duration.ofDays(36_500);

	/**
	 * Check the settings.
	 * @throws IllegalSettingException when one is refused
	 */
	public JdbcEventPublisherSettings {
		if (!StringUtils.hasText(name) || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
			throw new IllegalSettingException("name", name,
					"it must have from 1 to " + LONGEST_NAME + " characters, and not only blanks");
		}
		if (concurrency < 1 || concurrency > LARGEST) {
			throw new IllegalSettingException("concurrency", concurrency, "it must be from 1 to " + LARGEST);
		}
		check("lease", lease, Duration.ofSeconds(1), DAY, "from 1s to 1 day");
		check("pollInterval", pollInterval, Duration.ofMillis(1), DAY, "from 1ms to 1 day");
		if (maxAge != null) {
			check("maxAge", maxAge, Duration.ofMillis(1), LONGEST_AGE, "from 1ms to " + LONGEST_AGE.toDays() + " days");
		}
		check("shutdownTimeout", shutdownTimeout, Duration.ZERO, LONGEST_END,
				"from 0ms to " + LONGEST_END.toDays() + " days");
	}

	private static void check(String name, Duration duration, Duration shortest, Duration longest, String range) {
		if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
			throw new IllegalSettingException(name, duration, "it must be " + range);
		}
	}

	/**
	 * Return the settings that hold unless others are given: the name {@code default}, 4
	 * events at the same time in any order, a lease of 2 minutes, a look at the table
	 * each second, no greatest age, the end waits 25 s, and pauses of 1 s, 2 s, 4 s and
	 * so on, up to 10 s.
	 * @return the settings
	 */
	public static JdbcEventPublisherSettings defaults() {
		return new JdbcEventPublisherSettings("default", 4, false, Duration.ofMinutes(2), Duration.ofSeconds(1), null,
				Duration.ofSeconds(25), PauseSettings.defaults());
	}

	/**
	 * Return these settings with another value for the name of the publisher.
	 * @param name the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withName(String name) {
		return new JdbcEventPublisherSettings(name, this.concurrency, this.ordered, this.lease, this.pollInterval,
				this.maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for the number of events that are sent at
	 * the same time.
	 * @param concurrency the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withConcurrency(int concurrency) {
		return new JdbcEventPublisherSettings(this.name, concurrency, this.ordered, this.lease, this.pollInterval,
				this.maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for whether the events of a customer are
	 * sent in their order.
	 * @param ordered the value
	 * @return the settings
	 */
	public JdbcEventPublisherSettings withOrdered(boolean ordered) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, ordered, this.lease, this.pollInterval,
				this.maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for how long an event belongs to the
	 * process that sends it.
	 * @param lease the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withLease(Duration lease) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, this.ordered, lease, this.pollInterval,
				this.maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for how often the table is looked at.
	 * @param pollInterval the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withPollInterval(Duration pollInterval) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, this.ordered, this.lease, pollInterval,
				this.maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for the age from which an event is not
	 * sent again.
	 * @param maxAge the value, {@code null} for none
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withMaxAge(@Nullable Duration maxAge) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, this.ordered, this.lease, this.pollInterval,
				maxAge, this.shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for the time that the end waits.
	 * @param shutdownTimeout the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public JdbcEventPublisherSettings withShutdownTimeout(Duration shutdownTimeout) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, this.ordered, this.lease, this.pollInterval,
				this.maxAge, shutdownTimeout, this.retry);
	}

	/**
	 * Return these settings with another value for the pauses.
	 * @param retry the value
	 * @return the settings
	 */
	public JdbcEventPublisherSettings withRetry(PauseSettings retry) {
		return new JdbcEventPublisherSettings(this.name, this.concurrency, this.ordered, this.lease, this.pollInterval,
				this.maxAge, this.shutdownTimeout, retry);
	}

}

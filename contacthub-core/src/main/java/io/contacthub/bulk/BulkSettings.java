package io.contacthub.bulk;

import java.time.Duration;

import io.contacthub.client.Delivery;
import io.contacthub.client.IllegalSettingException;
import io.contacthub.client.PauseSettings;

/**
 * Settings of a {@link BulkWriter}.
 *
 * @param concurrency how many items are written at the same time, from 1 to 1000; no more
 * than the HTTP engine has connections to ContactHub
 * @param order the order of the outcomes
 * @param patience how long a run goes on while ContactHub decides nothing, counted from
 * the first failure and looked at after each further one; not negative
 * @param delivery what happens to a POST that may have been carried out
 * @param pause how long all threads pause together when ContactHub asks for patience or
 * is away
 */
public record BulkSettings(int concurrency, Order order, Duration patience, Delivery delivery, PauseSettings pause) {

	private static final int LARGEST = 1000;

	private static final Duration LONGEST = Duration.ofDays(365);

	/**
	 * Check the settings.
	 * @throws IllegalSettingException when one is refused
	 */
	public BulkSettings {
		if (concurrency < 1 || concurrency > LARGEST) {
			throw new IllegalSettingException("concurrency", concurrency, "it must be from 1 to " + LARGEST);
		}
		if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
			throw new IllegalSettingException("patience", patience,
					"it must be from 0ms to " + LONGEST.toDays() + " days");
		}
	}

	/**
	 * Return the settings that hold unless others are given: 16 items at the same time,
	 * outcomes in the order of input, 10 minutes of patience, nothing is sent twice that
	 * may have been carried out, and pauses of 1 s, 2 s, 4 s and so on, up to a minute.
	 * @return the settings
	 */
	public static BulkSettings defaults() {
		return new BulkSettings(16, Order.INPUT, Duration.ofMinutes(10), Delivery.AT_MOST_ONCE,
				PauseSettings.defaults().withMaxInterval(Duration.ofMinutes(1)));
	}

	/**
	 * Return these settings with another value for the number of items that are written
	 * at the same time.
	 * @param concurrency the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public BulkSettings withConcurrency(int concurrency) {
		return new BulkSettings(concurrency, this.order, this.patience, this.delivery, this.pause);
	}

	/**
	 * Return these settings with another value for the order of the outcomes.
	 * @param order the value
	 * @return the settings
	 */
	public BulkSettings withOrder(Order order) {
		return new BulkSettings(this.concurrency, order, this.patience, this.delivery, this.pause);
	}

	/**
	 * Return these settings with another value for how long a run goes on while
	 * ContactHub decides nothing.
	 * @param patience the value
	 * @return the settings
	 * @throws IllegalSettingException when the value is refused
	 */
	public BulkSettings withPatience(Duration patience) {
		return new BulkSettings(this.concurrency, this.order, patience, this.delivery, this.pause);
	}

	/**
	 * Return these settings with another value for what happens to a POST that may have
	 * been carried out.
	 * @param delivery the value
	 * @return the settings
	 */
	public BulkSettings withDelivery(Delivery delivery) {
		return new BulkSettings(this.concurrency, this.order, this.patience, delivery, this.pause);
	}

	/**
	 * Return these settings with another value for the pauses.
	 * @param pause the value
	 * @return the settings
	 */
	public BulkSettings withPause(PauseSettings pause) {
		return new BulkSettings(this.concurrency, this.order, this.patience, this.delivery, pause);
	}

	/**
	 * The order of outcomes.
	 */
	public enum Order {

		/**
		 * That of the items. What is behind the last outcome is not done, but for what
		 * was on its way, so that a later run can go on from there.
		 */
		INPUT,

		/**
		 * As they come.
		 */
		COMPLETION

	}

}

package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisher.Overflow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ContactHub client that hold for all of an application, and the parts
 * of those that each connection has. For this library.
 *
 * @param workspaces Further workspaces by names. The name is the qualifier of their
 * beans. What is not set for one holds as it is set for all.
 * @param health Settings of the health check.
 * @param events Settings of events.
 * @see ConnectionProperties
 */
@ConfigurationProperties("contacthub")
public record ContactHubProperties(@DefaultValue Map<String, ConnectionProperties> workspaces,
		@DefaultValue Health health, @DefaultValue Events events) {

	/**
	 * Settings of the health check.
	 *
	 * @param timeout Longest time that the health check takes.
	 * @param timeToLive Time for which the outcome of a check is kept.
	 */
	public record Health(@DefaultValue("2s") Duration timeout, @DefaultValue("30s") Duration timeToLive) {

	}

	/**
	 * Settings of events.
	 *
	 * @param publisher Settings of the publisher that sends events in the background.
	 */
	public record Events(@DefaultValue Publisher publisher) {

	}

	/**
	 * Settings of the publisher that sends events in the background.
	 *
	 * @param capacity Greatest number of events that wait to be sent.
	 * @param concurrency Number of events that are sent at the same time.
	 * @param overflow What happens to an event when the queue is full.
	 * @param offerTimeout Longest time that a caller waits for room in the queue.
	 * @param shutdownTimeout Longest time that the end of the application waits for the
	 * queue to empty.
	 * @param delivery What happens to an event that may have been carried out, such as
	 * after a time-out.
	 * @param retry Settings of the pauses while ContactHub does not take events.
	 */
	public record Publisher(@DefaultValue("10000") int capacity, @DefaultValue("4") int concurrency,
			@DefaultValue("block") Overflow overflow, @DefaultValue("100ms") Duration offerTimeout,
			@DefaultValue("25s") Duration shutdownTimeout, @DefaultValue("at-most-once") Delivery delivery,
			@DefaultValue PublisherRetry retry) {

		EventPublisher.Settings settings() {
			return settings(RefusedSettingCallback.thrown(), RefusedSettingCallback.thrown());
		}

		EventPublisher.Settings settings(RefusedSettingCallback refusals, RefusedSettingCallback refusedPauses) {
			EventPublisher.Settings settings = EventPublisher.Settings.defaults()
				.withOverflow(this.overflow)
				.withDelivery(this.delivery)
				.withRetry(this.retry.settings(refusedPauses));
			settings = refusals.set(settings, EventPublisher.Settings::withCapacity, this.capacity);
			settings = refusals.set(settings, EventPublisher.Settings::withConcurrency, this.concurrency);
			settings = refusals.set(settings, EventPublisher.Settings::withOfferTimeout, this.offerTimeout);
			return refusals.set(settings, EventPublisher.Settings::withShutdownTimeout, this.shutdownTimeout);
		}

	}

	/**
	 * Settings of the pauses while ContactHub does not take events.
	 *
	 * @param initialInterval First pause of the publisher.
	 * @param multiplier Factor from one pause to the next, at least 1.
	 * @param maxInterval Longest pause, also when ContactHub asks for a longer one.
	 * @param jitter Part of each pause that is random, from 0 for none to 1.
	 */
	public record PublisherRetry(@DefaultValue("1s") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("10s") Duration maxInterval, @DefaultValue("0.5") double jitter) {

		PauseSettings settings(RefusedSettingCallback refusals) {
			PauseSettings settings = PauseSettings.defaults();
			settings = refusals.set(settings, PauseSettings::withInitialInterval, this.initialInterval);
			settings = refusals.set(settings, PauseSettings::withMultiplier, this.multiplier);
			settings = refusals.set(settings, PauseSettings::withMaxInterval, this.maxInterval);
			return refusals.set(settings, PauseSettings::withJitter, this.jitter);
		}

	}

}

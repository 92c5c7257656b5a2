package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisher.Overflow;
import io.contacthub.event.jdbc.JdbcEventPublisherSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ContactHub client that hold for all of an application, and the parts
 * of those that each connection has. For this library.
 *
 * @param workspaces Further workspaces by names, which are the qualifiers of their beans.
 * What is not set for one holds as it is set for all, except for nodes, for the node-id
 * of another workspace, and for the token of another workspace or address.
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
	 * @param store Where events are kept until they are sent.
	 * @param capacity Greatest number of events that wait to be sent, with the store
	 * "memory".
	 * @param concurrency Number of events that are sent at the same time.
	 * @param overflow What happens to an event when the queue is full, with the store
	 * "memory".
	 * @param offerTimeout Longest time that a caller waits for room in the queue, with
	 * the overflow "block" and the store "memory".
	 * @param shutdownTimeout Longest time that the end of the application waits for the
	 * queue to empty. With the store "jdbc", it waits for the events that are being sent.
	 * @param delivery What happens to an event that may have been carried out, such as
	 * after a time-out. With the store "jdbc", it is always sent again.
	 * @param retry Settings of the pauses while ContactHub does not take events.
	 * @param jdbc Settings of events that are kept in the database.
	 */
	public record Publisher(@DefaultValue("memory") EventStore store, @DefaultValue("10000") int capacity,
			@DefaultValue("4") int concurrency, @DefaultValue("block") Overflow overflow,
			@DefaultValue("100ms") Duration offerTimeout, @DefaultValue("25s") Duration shutdownTimeout,
			@Nullable Delivery delivery, @DefaultValue PublisherRetry retry, @DefaultValue PublisherJdbc jdbc) {

		EventPublisher.Settings settings() {
			return settings(RefusedSettingCallback.thrown(), RefusedSettingCallback.thrown());
		}

		EventPublisher.Settings settings(RefusedSettingCallback refusals, RefusedSettingCallback refusedPauses) {
			EventPublisher.Settings settings = EventPublisher.Settings.defaults()
				.withOverflow(this.overflow)
				.withDelivery((this.delivery != null) ? this.delivery : Delivery.AT_MOST_ONCE)
				.withRetry(this.retry.settings(refusedPauses));
			settings = refusals.set(settings, EventPublisher.Settings::withCapacity, this.capacity);
			settings = refusals.set(settings, EventPublisher.Settings::withConcurrency, this.concurrency);
			settings = refusals.set(settings, EventPublisher.Settings::withOfferTimeout, this.offerTimeout);
			return refusals.set(settings, EventPublisher.Settings::withShutdownTimeout, this.shutdownTimeout);
		}

		/**
		 * Return the settings of a publisher that keeps its events in the database.
		 * @param name the name of the publisher
		 * @param callTimeout the longest time of a call to ContactHub
		 */
		JdbcEventPublisherSettings jdbcSettings(String name, Duration callTimeout) {
			return this.jdbc.settings(callTimeout, RefusedSettingCallback.thrown())
				.withName(name)
				.withConcurrency(this.concurrency)
				.withShutdownTimeout(this.shutdownTimeout)
				.withRetry(this.retry.settings(RefusedSettingCallback.thrown()));
		}

	}

	/**
	 * Settings of events that are kept in the database.
	 *
	 * @param ordered Whether the events of a customer are sent in the order in which they
	 * were accepted, one after the other.
	 * @param lease Time for which an event belongs to the process that sends it, before
	 * another one takes it over, at least twice the call timeout. Without it, twice the
	 * call timeout, and at least 10s.
	 * @param pollInterval Time after which the table is looked at for events of other
	 * processes.
	 * @param maxAge Age from which an event is not sent again when an attempt fails, and
	 * goes to the refused ones. Without it, there is none.
	 */
	public record PublisherJdbc(@DefaultValue("false") boolean ordered, @Nullable Duration lease,
			@DefaultValue("1s") Duration pollInterval, @Nullable Duration maxAge) {

		private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);

		private static final Duration LONGEST_LEASE = Duration.ofDays(1);

		JdbcEventPublisherSettings settings(Duration callTimeout, RefusedSettingCallback refusals) {
			JdbcEventPublisherSettings settings = JdbcEventPublisherSettings.defaults().withOrdered(this.ordered);
			settings = refusals.set(settings, JdbcEventPublisherSettings::withLease,
					(this.lease != null) ? this.lease : lease(callTimeout));
			settings = refusals.set(settings, JdbcEventPublisherSettings::withPollInterval, this.pollInterval);
			return (this.maxAge != null) ? refusals.set(settings, JdbcEventPublisherSettings::withMaxAge, this.maxAge)
					: settings;
		}

		/**
		 * Return the shortest lease that a call cannot outlive.
		 */
		static Duration shortestLease(Duration callTimeout) {
			return callTimeout.multipliedBy(2);
		}

		private static Duration lease(Duration callTimeout) {
			Duration lease = shortestLease(callTimeout);
			if (lease.compareTo(SHORTEST_LEASE) < 0) {
				return SHORTEST_LEASE;
			}
			return (lease.compareTo(LONGEST_LEASE) > 0) ? LONGEST_LEASE : lease;
		}

	}

	/**
	 * Settings of the pauses while ContactHub does not take events.
	 *
	 * @param initialInterval First pause of all threads after an event that ContactHub
	 * did not take and may take later.
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

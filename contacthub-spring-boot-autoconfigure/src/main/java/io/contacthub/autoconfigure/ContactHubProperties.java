package io.contacthub.autoconfigure;

import java.time.Duration;

import io.contacthub.client.ContactHubClient;
import io.contacthub.client.RetrySettings;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventPublisher.Overflow;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ContactHub client.
 *
 * @param enabled Whether to set up the client at all.
 * @param workspaceId Id of the workspace.
 * @param token Token of a source of the workspace.
 * @param nodeId Id of the node whose customers and events the repositories hold.
 * @param baseUrl Address of ContactHub.
 * @param allowInsecureBaseUrl Whether the token may be sent unencrypted to a base URL
 * that is neither https nor on this machine.
 * @param http Settings of the HTTP client.
 * @param retry Settings of the repetition of requests.
 * @param stream Settings of streams.
 * @param events Settings of events.
 */
@ConfigurationProperties("contacthub")
record ContactHubProperties(@DefaultValue("true") boolean enabled, @Nullable String workspaceId, @Nullable String token,
		@Nullable String nodeId, @DefaultValue(ContactHubClient.DEFAULT_BASE_URL) String baseUrl,
		@DefaultValue("false") boolean allowInsecureBaseUrl, @DefaultValue Http http, @DefaultValue Retry retry,
		@DefaultValue Stream stream, @DefaultValue Events events) {

	/**
	 * Shows no value, since the token is one of them.
	 */
	@Override
	public String toString() {
		return "ContactHubProperties";
	}

	/**
	 * Settings of the HTTP client.
	 *
	 * @param connectTimeout Longest time to connect. Without it, that of
	 * spring.http.clients holds.
	 * @param readTimeout Longest time to wait for an answer. Without it, that of
	 * spring.http.clients holds.
	 * @param maxConnections Greatest number of connections that Apache HttpClient keeps
	 * open.
	 */
	record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout,
			@DefaultValue("50") int maxConnections) {

	}

	/**
	 * Settings of the repetition of requests.
	 *
	 * @param enabled Whether failed requests are repeated where that can do no harm.
	 * @param maxAttempts Greatest number of requests for one call, the first included.
	 * @param initialInterval Wait before the second request.
	 * @param multiplier By how much each wait is longer than the one before.
	 * @param maxInterval Longest wait, also when ContactHub asks for a longer one.
	 * @param maxElapsed Time after the first request from which on none is repeated.
	 * @param jitter Part of each wait that is random, from 0 for none to 1.
	 */
	record Retry(@DefaultValue("true") boolean enabled, @DefaultValue("3") int maxAttempts,
			@DefaultValue("200ms") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("5s") Duration maxInterval, @DefaultValue("30s") Duration maxElapsed,
			@DefaultValue("0.5") double jitter) {

		RetrySettings settings() {
			return this.enabled ? new RetrySettings(this.maxAttempts, this.initialInterval, this.multiplier,
					this.maxInterval, this.maxElapsed, this.jitter) : RetrySettings.none();
		}

	}

	/**
	 * Settings of streams.
	 *
	 * @param prefetch Number of pages that a stream reads ahead at the same time, 0 for
	 * none.
	 */
	record Stream(@DefaultValue("2") int prefetch) {

	}

	/**
	 * Settings of events.
	 *
	 * @param publisher Settings of the publisher that sends events in the background.
	 */
	record Events(@DefaultValue Publisher publisher) {

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
	 */
	record Publisher(@DefaultValue("10000") int capacity, @DefaultValue("4") int concurrency,
			@DefaultValue("block") Overflow overflow, @DefaultValue("100ms") Duration offerTimeout,
			@DefaultValue("25s") Duration shutdownTimeout) {

		EventPublisher.Settings settings() {
			return new EventPublisher.Settings(this.capacity, this.concurrency, this.overflow, this.offerTimeout,
					this.shutdownTimeout);
		}

	}

}

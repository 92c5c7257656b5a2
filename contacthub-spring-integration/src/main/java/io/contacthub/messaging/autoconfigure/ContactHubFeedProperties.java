package io.contacthub.messaging.autoconfigure;

import java.time.Duration;

import io.contacthub.client.PauseSettings;
import io.contacthub.messaging.UpdateStart;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Properties of the feed that calls listeners for each change. For this library.
 *
 * @param enabled Whether listeners of changes are called.
 * @param name Name under which the offset is stored, which must differ between
 * applications that share a store. Without it, that of the workspace, or "default".
 * @param workspace Name of the workspace whose changes are read, with a token of the
 * scope ADMIN, USER or PLATFORM_UPDATES. Without it, the one without a name.
 * @param nodeId Id of the node whose changes are read. Without it, those of all nodes.
 * @param store Where the offset is kept. A bean of type ConcurrentMetadataStore takes its
 * place.
 * @param start Where changes begin as long as no offset is stored.
 * @param pollInterval Time from one look for changes to the next.
 * @param pageSize Greatest number of changes that are read at once, and come once more
 * after a failure.
 * @param maxAttempts Number of attempts to handle a change before it is skipped, 0 for
 * one that is never skipped.
 * @param retry Settings of the pauses before a change is handled again, and while changes
 * cannot be read.
 * @param lockTtl Time for which an instance leads unless it renews its lock, after which
 * another one takes over.
 */
@ConfigurationProperties("contacthub.feed")
record ContactHubFeedProperties(@DefaultValue("true") boolean enabled, @Nullable String name,
		@Nullable String workspace, @Nullable String nodeId, @DefaultValue("memory") Store store,
		@DefaultValue("latest") UpdateStart start, @DefaultValue("5s") Duration pollInterval,
		@DefaultValue("500") int pageSize, @DefaultValue("3") int maxAttempts, @DefaultValue Retry retry,
		@DefaultValue("10s") Duration lockTtl) {

	ContactHubFeedProperties {
		name = StringUtils.hasText(name) ? name.strip() : null;
		workspace = StringUtils.hasText(workspace) ? workspace.strip() : null;
		nodeId = StringUtils.hasText(nodeId) ? nodeId.strip() : null;
	}

	/**
	 * Return the name of the feed, be it one that it has by default.
	 */
	String feed() {
		if (this.name != null) {
			return this.name;
		}
		return (this.workspace != null) ? this.workspace : "default";
	}

	/**
	 * Where the offset is kept.
	 */
	enum Store {

		/** In this process, which begins anew after a restart. */
		MEMORY,

		/** In the tables of Spring Integration. */
		JDBC

	}

	/**
	 * Settings of the pauses before a change is handled again, and while changes cannot
	 * be read.
	 *
	 * @param initialInterval First pause before a change is handled again, and while
	 * changes cannot be read.
	 * @param multiplier Factor from one pause to the next, at least 1.
	 * @param maxInterval Longest pause, also when ContactHub asks for a longer one.
	 * @param jitter Part of each pause that is random, from 0 for none to 1.
	 */
	record Retry(@DefaultValue("1s") Duration initialInterval, @DefaultValue("2") double multiplier,
			@DefaultValue("10s") Duration maxInterval, @DefaultValue("0.5") double jitter) {

		PauseSettings settings() {
			return new PauseSettings(this.initialInterval, this.multiplier, this.maxInterval, this.jitter);
		}

	}

}

package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link DurableEventPublisher} has in its store.
 *
 * @param waiting how many events wait to be sent or are being sent
 * @param oldest when the oldest of these was accepted, {@code null} when there is none
 * @param refused how many events were refused
 */
public record EventBacklog(long waiting, @Nullable Instant oldest, long refused) {

	/**
	 * Return how old the oldest event is that waits.
	 * @param now the present time
	 * @return its age, not negative; zero when none waits
	 */
	public Duration age(Instant now) {
		return (this.oldest != null && this.oldest.isBefore(now)) ? Duration.between(this.oldest, now) : Duration.ZERO;
	}

}

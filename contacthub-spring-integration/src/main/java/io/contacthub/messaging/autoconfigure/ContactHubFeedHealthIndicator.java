package io.contacthub.messaging.autoconfigure;

import java.util.Optional;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Repeatability;
import io.contacthub.messaging.UpdateMessageSource;
import io.contacthub.messaging.UpdateSourceStatus;
import io.contacthub.update.OffsetNotReachedException;
import io.contacthub.update.Update;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Indicator of the health of the feed, which makes no request: it is down when changes
 * cannot be read for a reason that does not pass by itself.
 */
final class ContactHubFeedHealthIndicator implements HealthIndicator {

	private final UpdateMessageSource source;

	private final UpdateFeedEndpoint endpoint;

	private final FeedLeadership leadership;

	ContactHubFeedHealthIndicator(UpdateMessageSource source, UpdateFeedEndpoint endpoint, FeedLeadership leadership) {
		this.source = source;
		this.endpoint = endpoint;
		this.leadership = leadership;
	}

	@Override
	public Health health() {
		boolean leading = this.endpoint.isLeading();
		Health.Builder health = Health.up().withDetail("leader", leading);
		if (!leading) {
			// what the source knows is of the time when this instance led
			Throwable election = this.leadership.failure();
			if (election != null) {
				health.withDetail("reason", election.getClass().getName());
			}
			return health.build();
		}
		UpdateSourceStatus status = this.source.status();
		if (status.offset() != null) {
			health.withDetail("offset", status.offset());
		}
		Update repeated = status.repeated();
		if (repeated != null) {
			health.withDetail("waitsFor",
					repeated.operation() + " of " + repeated.entity().type() + " " + repeated.entity().id());
			health.withDetail("attempts", status.attempts());
		}
		Throwable failure = status.failure();
		if (failure != null) {
			describe(health, failure, status.stopped());
		}
		return health.build();
	}

	/**
	 * Describe a failure by its reason or type. What was said is left out, since it may
	 * be personal.
	 */
	private static void describe(Health.Builder health, Throwable failure, boolean stopped) {
		Optional<ContactHubFailure> answer = ContactHubFailure.in(failure);
		boolean offset = stopped || failure instanceof OffsetNotReachedException;
		if (offset || answer.filter((known) -> known.repeatability() == Repeatability.NEVER).isPresent()) {
			health.down();
		}
		if (offset) {
			// it is our own, and tells offsets only
			health.withDetail("reason", String.valueOf(failure.getMessage()));
			return;
		}
		health.withDetail("reason",
				answer.map((known) -> known.reason().name()).orElseGet(() -> failure.getClass().getName()));
		answer.map(ContactHubFailure::apiError).ifPresent((error) -> health.withDetail("httpStatus", error.status()));
	}

}

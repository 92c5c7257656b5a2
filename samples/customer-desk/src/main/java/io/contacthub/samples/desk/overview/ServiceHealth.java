package io.contacthub.samples.desk.overview;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.contacthub.event.EventPublisher;

import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

/**
 * Health of ContactHub as the Actuator knows it, which asks ContactHub at most every few
 * seconds however many look, and tells no secrets; and the queue of the events that the
 * desk sends.
 */
@Component
class ServiceHealth {

	private final HealthContributorRegistry contributors;

	private final EventPublisher publisher;

	ServiceHealth(HealthContributorRegistry contributors, EventPublisher publisher) {
		this.contributors = contributors;
		this.publisher = publisher;
	}

	ServiceState state() {
		// of several nodes the one that is worst off
		Health health = indicators(this.contributors.getContributor("contacthub")).map(HealthIndicator::health)
			.min(Comparator.comparing((each) -> each.getStatus().equals(Status.UP)))
			.orElseGet(() -> Health.unknown().build());
		Map<String, Object> details = health.getDetails();
		return new ServiceState(health.getStatus().equals(Status.UP), Objects.toString(details.get("reason"), null),
				(details.get("httpStatus") instanceof Integer status) ? status : null, this.publisher.queued(),
				this.publisher.sent(), this.publisher.failed() + this.publisher.dropped());
	}

	private static Stream<HealthIndicator> indicators(HealthContributor contributor) {
		if (contributor instanceof CompositeHealthContributor several) {
			return several.stream().flatMap((entry) -> indicators(entry.contributor()));
		}
		return (contributor instanceof HealthIndicator indicator) ? Stream.of(indicator) : Stream.empty();
	}

}

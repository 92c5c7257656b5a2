package io.contacthub.autoconfigure.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Indicator of the health of a node, which looks at what {@link HealthChecks} know of it.
 */
final class ContactHubHealthIndicator implements HealthIndicator {

	private final HealthChecks checks;

	private final String node;

	ContactHubHealthIndicator(HealthChecks checks, String node) {
		this.checks = checks;
		this.node = node;
	}

	@Override
	public Health health() {
		return this.checks.look(this.node);
	}

}

package io.contacthub.autoconfigure.health;

import java.time.Instant;
import java.util.function.Supplier;

import io.contacthub.event.DurableEventPublisher;
import io.contacthub.event.EventBacklog;

import org.springframework.boot.health.contributor.Health;

/**
 * Probe of the health of a publisher: whether its store can be read. However much waits
 * there, and for however long, is for somebody else to judge.
 */
final class BacklogHealthProbe implements Supplier<Health> {

	private final Supplier<DurableEventPublisher> publisher;

	BacklogHealthProbe(Supplier<DurableEventPublisher> publisher) {
		this.publisher = publisher;
	}

	@Override
	public Health get() {
		try {
			EventBacklog backlog = this.publisher.get().backlog();
			return Health.up()
				.withDetail("waiting", backlog.waiting())
				.withDetail("oldest", backlog.age(Instant.now()).toString())
				.withDetail("refused", backlog.refused())
				.build();
		}
		catch (RuntimeException | LinkageError ex) {
			return NodeHealthProbe.down(ex);
		}
	}

}

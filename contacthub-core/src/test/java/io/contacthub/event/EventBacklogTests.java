package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventBacklog}.
 */
@DisplayName("A backlog of events")
class EventBacklogTests {

	@Test
	@DisplayName("is as old as its oldest event, and never of a negative age")
	void age() {
		Instant now = Instant.parse("2026-01-01T00:00:00Z");
		assertThat(new EventBacklog(1, now.minusSeconds(5), 0).age(now)).isEqualTo(Duration.ofSeconds(5));
		assertThat(new EventBacklog(0, null, 3).age(now)).isZero();
		// the clock of the database is ahead
		assertThat(new EventBacklog(1, now.plusSeconds(5), 0).age(now)).isZero();
	}

}

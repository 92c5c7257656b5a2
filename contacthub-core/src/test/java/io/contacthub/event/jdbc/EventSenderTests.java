package io.contacthub.event.jdbc;

import java.time.Duration;
import java.util.stream.IntStream;

import io.contacthub.client.PauseSettings;
import io.contacthub.event.Event;
import io.contacthub.event.EventRepository;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link EventSender}.
 */
@DisplayName("The sender of events in a table")
class EventSenderTests {

	private static final Duration LEASE = Duration.ofHours(2);

	private final EventRepository events = mock();

	private final EventSender sender = sender(PauseSettings.defaults());

	private EventSender sender(PauseSettings retry) {
		return new EventSender(this.events,
				JdbcEventPublisherSettings.defaults().withConcurrency(100).withLease(LEASE).withRetry(retry));
	}

	@Test
	@DisplayName("begins no call that could end after the lease")
	void lease() {
		long now = System.nanoTime();
		assertThat(this.sender.send(claimed(0), now + LEASE.dividedBy(2).toNanos(), () -> false).fate())
			.isEqualTo(EventFate.UNTOUCHED);
		verify(this.events, never()).add(any(Event.class));
		assertThat(this.sender.send(claimed(0), now + LEASE.dividedBy(2).plusMinutes(1).toNanos(), () -> false).fate())
			.isEqualTo(EventFate.SENT);
		verify(this.events).add(any(Event.class));
	}

	@Test
	@DisplayName("begins no call at the end")
	void stopped() {
		assertThat(send(this.sender, claimed(0), true).fate()).isEqualTo(EventFate.UNTOUCHED);
		verify(this.events, never()).add(any(Event.class));
	}

	@Test
	@DisplayName("gives back what waits in a pause when it is interrupted")
	void interrupted() {
		this.sender.pause().begin(0, Duration.ofHours(1));
		Thread.currentThread().interrupt();
		assertThat(send(this.sender, claimed(0), false).fate()).isEqualTo(EventFate.UNTOUCHED);
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	@DisplayName("has an event wait longer each time, up to the longest pause")
	void pauses() {
		given(this.events.add(any(Event.class))).willThrow(new IllegalStateException("away"));
		EventSender exact = sender(new PauseSettings(Duration.ofSeconds(1), 2, Duration.ofSeconds(10), 0));
		assertThat(send(exact, claimed(0), false).pause()).isEqualTo(Duration.ofSeconds(1));
		assertThat(send(exact, claimed(1), false).pause()).isEqualTo(Duration.ofSeconds(2));
		assertThat(send(exact, claimed(3), false).pause()).isEqualTo(Duration.ofSeconds(8));
		assertThat(send(exact, claimed(4), false).pause()).isEqualTo(Duration.ofSeconds(10));
		assertThat(send(exact, claimed(Integer.MAX_VALUE), false).pause()).isEqualTo(Duration.ofSeconds(10));
		assertThat(exact.pause().isOn()).isFalse();
	}

	@Test
	@DisplayName("has events that failed together come back apart")
	void jitter() {
		given(this.events.add(any(Event.class))).willThrow(new IllegalStateException("away"));
		EventSender random = sender(new PauseSettings(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.5));
		assertThat(IntStream.range(0, 50)
			.mapToObj((number) -> send(random, claimed(2), false).pause())
			.distinct()
			.toList()).hasSizeGreaterThan(10).allMatch((pause) -> pause.toMillis() >= 2000 && pause.toMillis() <= 6000);
	}

	private static EventAttempt send(EventSender sender, ClaimedEvent claimed, boolean stopped) {
		return sender.send(claimed, System.nanoTime() + LEASE.toNanos(), () -> stopped);
	}

	private static ClaimedEvent claimed(int attempts) {
		return new ClaimedEvent(1, "{\"type\":\"loggedIn\"}", null, null, attempts, false);
	}

}

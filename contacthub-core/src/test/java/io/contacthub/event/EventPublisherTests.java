package io.contacthub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.contacthub.WireMockTests;
import io.contacthub.event.EventPublisher.Overflow;
import io.contacthub.event.EventPublisher.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EventPublisher}.
 */
@DisplayName("The publisher of events")
class EventPublisherTests extends WireMockTests {

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB);

	private final EventRepository events = mock();

	private final List<Event> notSent = new CopyOnWriteArrayList<>();

	private final CountDownLatch open = new CountDownLatch(1);

	private final Semaphore taken = new Semaphore(0);

	@Test
	@DisplayName("sends in the background what it has accepted, with the date at which it did")
	void sends() {
		server.stubFor(post(WORKSPACE + "/events").willReturn(status(202)));
		Instant before = Instant.now();
		List<Event> sent = new CopyOnWriteArrayList<>();
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			sent.add(call.getArgument(0));
			return this.node.events().add(call.<Event>getArgument(0));
		});
		try (EventPublisher publisher = publisher(Settings.defaults())) {
			assertThat(publisher.publish(event(1))).isTrue();
			assertThat(publisher.publish(event(2).withDate(Instant.EPOCH))).isTrue();
		}
		verify(2, postRequestedFor(urlEqualTo(WORKSPACE + "/events")));
		assertThat(sent).extracting(Event::date)
			.anyMatch(Instant.EPOCH::equals)
			.anyMatch((date) -> !date.isBefore(before));
	}

	@Test
	@DisplayName("loses nothing of thousands of events with a server that fails half of the time: each is sent once, or told")
	void losesNothing() throws InterruptedException {
		server.stubFor(post(WORKSPACE + "/events").willReturn(status(202)));
		server.stubFor(post(WORKSPACE + "/events").atPriority(1)
			.withRequestBody(matching(".*\"customerId\":\"\\d*[02468]\".*"))
			.willReturn(status(500)));
		EventPublisher publisher = new EventPublisher(this.node.events(),
				new Settings(5000, 8, Overflow.BLOCK, Duration.ofSeconds(10), Duration.ofSeconds(60)),
				(event, failure) -> this.notSent.add(event));
		List<Thread> callers = new ArrayList<>();
		for (int caller = 0; caller < 4; caller++) {
			int first = caller * 1000;
			Thread thread = new Thread(() -> {
				for (int i = first; i < first + 1000; i++) {
					publisher.publish(event(i));
				}
			});
			callers.add(thread);
			thread.start();
		}
		for (Thread caller : callers) {
			caller.join();
		}
		publisher.close();
		verify(4000, postRequestedFor(urlEqualTo(WORKSPACE + "/events")));
		assertThat(this.notSent).hasSize(2000)
			.extracting(Event::customerId)
			.doesNotHaveDuplicates()
			.allMatch((id) -> Integer.parseInt(id) % 2 == 0);
		assertThat(publisher.sent()).isEqualTo(2000);
		assertThat(publisher.failed()).isEqualTo(2000);
		assertThat(publisher.dropped()).isZero();
		assertThat(publisher.queued()).isZero();
	}

	@Test
	@DisplayName("accepts or refuses each event, never neither, while it is closed")
	void losesNothingWhileClosing() throws InterruptedException {
		Set<String> sent = ConcurrentHashMap.newKeySet();
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			sent.add(call.<Event>getArgument(0).customerId());
			return call.getArgument(0);
		});
		for (int round = 0; round < 50; round++) {
			sent.clear();
			EventPublisher publisher = publisher(Settings.defaults());
			Set<String> accepted = ConcurrentHashMap.newKeySet();
			Thread caller = new Thread(() -> {
				try {
					for (int i = 0; i < 100_000; i++) {
						publisher.publish(event(i));
						accepted.add(String.valueOf(i));
					}
				}
				catch (RejectedExecutionException ex) {
					// closed meanwhile
				}
			});
			caller.start();
			Thread.sleep(5);
			publisher.close();
			caller.join();
			assertThat(sent).isEqualTo(accepted);
		}
	}

	@Test
	@DisplayName("does, when its queue is full, what its settings say")
	void overflows() throws InterruptedException {
		blockEvents();
		try (EventPublisher dropping = publisher(settings(Overflow.DROP, Duration.ZERO))) {
			fill(dropping);
			assertThat(dropping.publish(event(3))).isFalse();
			assertThat(this.notSent).extracting(Event::customerId).containsExactly("3");
			assertThat(dropping.dropped()).isEqualTo(1);
			assertThat(dropping.queued()).isEqualTo(2);
			EventPublisher rejecting = publisher(settings(Overflow.REJECT, Duration.ZERO));
			fill(rejecting);
			assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> rejecting.publish(event(3)))
				.withMessage("The queue is full: 1 events wait to be sent");
			EventPublisher blocking = publisher(settings(Overflow.BLOCK, Duration.ofMillis(50)));
			fill(blocking);
			assertThat(blocking.publish(event(4))).isFalse();
			EventPublisher patient = publisher(settings(Overflow.BLOCK, Duration.ofSeconds(20)));
			fill(patient);
			new Thread(this.open::countDown).start();
			assertThat(patient.publish(event(5))).isTrue();
			patient.close();
			assertThat(patient.sent()).isEqualTo(3);
			rejecting.close();
			blocking.close();
		}
	}

	@Test
	@DisplayName("tells what there was no time to send at the end")
	void abandons() throws InterruptedException {
		blockEvents();
		EventPublisher publisher = publisher(
				new Settings(10, 1, Overflow.BLOCK, Duration.ZERO, Duration.ofMillis(100)));
		fill(publisher);
		publisher.publish(event(3));
		publisher.close();
		assertThat(this.notSent).extracting(Event::customerId).contains("2", "3");
		assertThat(publisher.dropped()).isEqualTo(2);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> publisher.publish(EVENT))
			.withMessage("The publisher is closed");
		this.open.countDown();
	}

	@Test
	@DisplayName("survives a listener that fails, and has settings that are checked")
	void survivesListener() {
		given(this.events.add(any(Event.class))).willThrow(new IllegalStateException("no"));
		EventPublisher publisher = new EventPublisher(this.events, Settings.defaults(), (event, failure) -> {
			throw new IllegalStateException("listener");
		});
		publisher.publish(event(1));
		publisher.publish(event(2));
		publisher.close();
		assertThat(publisher.failed()).isEqualTo(2);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(0, 1, Overflow.DROP, Duration.ZERO, Duration.ZERO))
			.withMessageStartingWith("capacity is 0");
	}

	private void blockEvents() {
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			this.taken.release();
			this.open.await(30, TimeUnit.SECONDS);
			return call.getArgument(0);
		});
	}

	/**
	 * Have an event sent that is blocked, and another one wait behind it.
	 */
	private void fill(EventPublisher publisher) throws InterruptedException {
		publisher.publish(event(1));
		assertThat(this.taken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		publisher.publish(event(2));
	}

	private static Settings settings(Overflow overflow, Duration offerTimeout) {
		return new Settings(1, 1, overflow, offerTimeout, Duration.ofSeconds(10));
	}

	private static Event event(int customer) {
		return EVENT.withCustomerId(String.valueOf(customer));
	}

	private EventPublisher publisher(Settings settings) {
		return new EventPublisher(this.events, settings, (event, failure) -> this.notSent.add(event));
	}

}

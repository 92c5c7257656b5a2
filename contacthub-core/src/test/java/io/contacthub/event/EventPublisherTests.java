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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.contacthub.WireMockTests;
import io.contacthub.event.EventPublisher.Overflow;
import io.contacthub.event.EventPublisher.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
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
		EventPublisher publisher = EventPublisher.create(this.node.events(),
				Settings.defaults()
					.withCapacity(5000)
					.withConcurrency(8)
					.withOverflow(Overflow.BLOCK)
					.withOfferTimeout(Duration.ofMinutes(5))
					.withShutdownTimeout(Duration.ofMinutes(5)),
				(event, failure) -> this.notSent.add(event));
		AtomicInteger accepted = new AtomicInteger();
		List<Thread> callers = new ArrayList<>();
		for (int caller = 0; caller < 4; caller++) {
			int first = caller * 1000;
			Thread thread = new Thread(() -> {
				for (int i = first; i < first + 1000; i++) {
					if (publisher.publish(event(i))) {
						accepted.incrementAndGet();
					}
				}
			});
			callers.add(thread);
			thread.start();
		}
		for (Thread caller : callers) {
			caller.join();
		}
		publisher.close();
		assertThat(accepted).hasValue(4000);
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
			this.notSent.clear();
			EventPublisher publisher = publisher(Settings.defaults());
			Set<String> dropped = ConcurrentHashMap.newKeySet();
			Set<String> accepted = ConcurrentHashMap.newKeySet();
			Thread caller = new Thread(() -> {
				try {
					for (int i = 0; i < 100_000; i++) {
						(publisher.publish(event(i)) ? accepted : dropped).add(String.valueOf(i));
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
			assertThat(this.notSent).extracting(Event::customerId).containsExactlyInAnyOrderElementsOf(dropped);
		}
	}

	@Test
	@DisplayName("refuses an event that waits for room when it is closed, at once and without waiting for it")
	void refusesWhoWaits() throws InterruptedException {
		List<Event> sent = new CopyOnWriteArrayList<>();
		blockEvents(sent);
		EventPublisher publisher = publisher(Settings.defaults()
			.withCapacity(1)
			.withConcurrency(1)
			.withOverflow(Overflow.BLOCK)
			.withOfferTimeout(Duration.ofMinutes(2))
			.withShutdownTimeout(Duration.ofMillis(100)));
		fill(publisher);
		AtomicReference<Throwable> refusal = new AtomicReference<>();
		Thread caller = new Thread(() -> refusal.set(catchThrowable(() -> publisher.publish(event(3)))));
		caller.start();
		await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
		publisher.close();
		caller.join();
		assertThat(refusal.get()).isInstanceOf(RejectedExecutionException.class).hasMessage("The publisher is closed");
		assertThat(this.notSent).extracting(Event::customerId).containsExactlyInAnyOrder("1", "2");
		this.open.countDown();
	}

	@Test
	@DisplayName("does, when its queue is full, what its settings say")
	void overflows() throws InterruptedException {
		blockEvents(new CopyOnWriteArrayList<>());
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
		blockEvents(new CopyOnWriteArrayList<>());
		EventPublisher publisher = publisher(Settings.defaults()
			.withCapacity(10)
			.withConcurrency(1)
			.withOverflow(Overflow.BLOCK)
			.withOfferTimeout(Duration.ZERO)
			.withShutdownTimeout(Duration.ofMillis(100)));
		fill(publisher);
		assertThat(publisher.publish(event(3))).isTrue();
		publisher.close();
		assertThat(this.notSent).extracting(Event::customerId).contains("2", "3");
		assertThat(publisher.dropped()).isEqualTo(2);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> publisher.publish(EVENT))
			.withMessage("The publisher is closed");
		this.open.countDown();
	}

	@Test
	@DisplayName("has a summary for listeners: what is wrong with an event, or what failed, and no value")
	void isSummarized() {
		server.stubFor(post(WORKSPACE + "/events")
			.willReturn(jsonResponse("{\"message\":\"ada@example.com is none\",\"logref\":\"l1\"}", 400)));
		List<String> told = new CopyOnWriteArrayList<>();
		try (EventPublisher publisher = EventPublisher.create(this.node.events(),
				Settings.defaults().withConcurrency(1),
				(event, failure) -> told.add(EventPublisherListener.summary(failure)))) {
			publisher.publish(Event.of(EventType.LOGGED_IN).withCustomerId("ada@example.com"));
			publisher.publish(EVENT.withCustomerId("ada@example.com"));
		}
		assertThat(told).hasSize(2).element(0).asString().startsWith("context of the event is missing");
		assertThat(told).element(1).asString().matches("POST .*/events failed: ERROR_STATUS, status 400, logref: l1");
		assertThat(EventPublisherListener.summary(null))
			.isEqualTo("the queue was full, or no time was left at the end");
	}

	@Test
	@DisplayName("survives a listener that fails, whoever tells it")
	void survivesListener() throws InterruptedException {
		List<Event> told = new CopyOnWriteArrayList<>();
		EventPublisherListener listener = (event, failure) -> {
			told.add(event);
			throw new IllegalStateException("listener");
		};
		given(this.events.add(any(Event.class))).willThrow(new IllegalStateException("no"));
		EventPublisher failing = EventPublisher.create(this.events, Settings.defaults(), listener);
		assertThat(failing.publish(event(1))).isTrue();
		assertThat(failing.publish(event(2))).isTrue();
		failing.close();
		assertThat(failing.failed()).isEqualTo(2);
		assertThat(told).hasSize(2);
		blockEvents(new CopyOnWriteArrayList<>());
		EventPublisher full = EventPublisher.create(this.events,
				Settings.defaults()
					.withCapacity(2)
					.withConcurrency(1)
					.withOverflow(Overflow.DROP)
					.withOfferTimeout(Duration.ZERO)
					.withShutdownTimeout(Duration.ofMillis(100)),
				listener);
		fill(full);
		assertThat(full.publish(event(3))).isTrue();
		told.clear();
		assertThat(full.publish(event(4))).isFalse();
		assertThat(told).extracting(Event::customerId).containsExactly("4");
		full.close();
		assertThat(full.dropped()).isEqualTo(3);
		assertThat(told).extracting(Event::customerId).contains("2", "3");
		this.open.countDown();
	}

	@Test
	@DisplayName("has settings that are checked")
	void checksSettings() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Settings.defaults()
				.withCapacity(0)
				.withConcurrency(1)
				.withOverflow(Overflow.DROP)
				.withOfferTimeout(Duration.ZERO)
				.withShutdownTimeout(Duration.ZERO))
			.withMessageStartingWith("capacity is 0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Settings.defaults()
				.withCapacity(1)
				.withConcurrency(0)
				.withOverflow(Overflow.DROP)
				.withOfferTimeout(Duration.ZERO)
				.withShutdownTimeout(Duration.ZERO))
			.withMessageStartingWith("concurrency is 0");
	}

	/**
	 * Have events wait until they may be sent.
	 * @param sent what was sent then
	 */
	private void blockEvents(List<Event> sent) {
		given(this.events.add(any(Event.class))).willAnswer((call) -> {
			this.taken.release();
			try {
				assertThat(this.open.await(2, TimeUnit.MINUTES)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException("interrupted", ex);
			}
			sent.add(call.getArgument(0));
			return call.getArgument(0);
		});
	}

	/**
	 * Have an event sent that is blocked, and another one wait behind it.
	 */
	private void fill(EventPublisher publisher) throws InterruptedException {
		assertThat(publisher.publish(event(1))).isTrue();
		assertThat(this.taken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
		assertThat(publisher.publish(event(2))).isTrue();
	}

	private static Settings settings(Overflow overflow, Duration offerTimeout) {
		return Settings.defaults()
			.withCapacity(1)
			.withConcurrency(1)
			.withOverflow(overflow)
			.withOfferTimeout(offerTimeout)
			.withShutdownTimeout(Duration.ofSeconds(10));
	}

	private static Event event(int customer) {
		return EVENT.withCustomerId(String.valueOf(customer));
	}

	private EventPublisher publisher(Settings settings) {
		return EventPublisher.create(this.events, settings, (event, failure) -> this.notSent.add(event));
	}

}

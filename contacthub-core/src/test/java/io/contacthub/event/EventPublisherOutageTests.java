package io.contacthub.event;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.sun.net.httpserver.HttpServer;
import io.contacthub.WireMockTests;
import io.contacthub.Workspace;
import io.contacthub.client.Delivery;
import io.contacthub.client.PauseSettings;
import io.contacthub.client.RetrySettings;
import io.contacthub.client.StoppedClock;
import io.contacthub.event.EventPublisher.Overflow;
import io.contacthub.event.EventPublisher.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.client.JdkClientHttpRequestFactory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EventPublisher} while ContactHub is away.
 */
@DisplayName("While ContactHub is away, the publisher of events")
class EventPublisherOutageTests extends WireMockTests {

	private static final Event EVENT = Event.of(EventType.LOGGED_IN).in(EventContext.WEB);

	private static final String EVENTS = WORKSPACE + "/events";

	private final EventRepository events = events(server.baseUrl(), Duration.ofSeconds(20));

	private final List<Event> notSent = new CopyOnWriteArrayList<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private EventPublisher publisher = publisher(this.events, Delivery.AT_MOST_ONCE);

	@AfterEach
	void close() {
		this.publisher.close();
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "423", "429", "503 with Retry-After" })
	@DisplayName("keeps what was certainly not carried out, and sends each event once")
	void keepsWhatWasNotCarriedOut(String outage) {
		server.stubFor(post(EVENTS).willReturn(answer(outage)));
		publish(50);
		await().until(() -> server.countRequestsMatching(postRequestedFor(urlEqualTo(EVENTS)).build()).getCount() > 8);
		assertThat(this.publisher.queued()).isEqualTo(50);
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(30))).isTrue();
		assertThat(server.getAllServeEvents()).filteredOn((event) -> event.getResponse().getStatus() == 202)
			.hasSize(50);
		assertNothingLost(50);
	}

	@Test
	@DisplayName("keeps what could not be sent since there was no connection")
	void keepsWhatWasNotSent() throws IOException {
		Set<String> received = ConcurrentHashMap.newKeySet();
		int port = freePort();
		this.publisher = publisher(events("http://localhost:" + port, Duration.ofSeconds(20)), Delivery.AT_MOST_ONCE);
		publish(20);
		LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
		assertThat(this.publisher.queued()).isEqualTo(20);
		HttpServer back = HttpServer.create(new InetSocketAddress("localhost", port), 0);
		back.createContext("/", (exchange) -> {
			received.add(new String(exchange.getRequestBody().readAllBytes()));
			exchange.sendResponseHeaders(202, -1);
			exchange.close();
		});
		back.start();
		try {
			assertThat(this.publisher.flush(Duration.ofSeconds(30))).isTrue();
			assertThat(received).hasSize(20);
			assertNothingLost(20);
		}
		finally {
			back.stop(0);
		}
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "408", "502", "503", "504", "connection lost", "no answer" })
	@DisplayName("never sends an event twice that may have been carried out, and tells it, unless asked otherwise")
	void tellsWhatIsOpen(String outage) {
		this.publisher = publisher(events(outage), Delivery.AT_MOST_ONCE);
		server.stubFor(post(EVENTS).willReturn(answer(outage)));
		publish(8);
		assertThat(this.publisher.flush(Duration.ofSeconds(30))).isTrue();
		assertThat(this.notSent).hasSize(8);
		assertThat(this.publisher.failed()).isEqualTo(8);
		verify(8, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "408", "502", "503", "504", "connection lost", "no answer" })
	@DisplayName("sends an event again that may have been carried out, when it is to arrive at least once")
	void keepsWhatIsOpen(String outage) {
		this.publisher = publisher(events(outage), Delivery.AT_LEAST_ONCE);
		server.stubFor(post(EVENTS).willReturn(answer(outage)));
		publish(8);
		await().until(() -> server.countRequestsMatching(postRequestedFor(urlEqualTo(EVENTS)).build()).getCount() > 8);
		assertThat(this.publisher.queued()).isEqualTo(8);
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(30))).isTrue();
		assertNothingLost(8);
	}

	@Test
	@DisplayName("keeps the events behind one that may have been carried out for later")
	void sparesThoseBehind() {
		server.stubFor(post(EVENTS).willReturn(status(502)));
		StoppedClock clock = new StoppedClock();
		this.publisher = publisher(byFour(1), new PauseSettings(Duration.ofHours(1), 1, Duration.ofHours(1), 0),
				Duration.ofSeconds(10), clock);
		publish(50);
		clock.assertWaiting(4, Duration.ofHours(1));
		assertThat(this.publisher.failed()).isEqualTo(4);
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(this.publisher.sent()).isEqualTo(46);
		verify(50, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "400", "401", "403", "404", "409", "422", "500", "501" })
	@DisplayName("tells at once what would fail again, however it is delivered")
	void tellsWhatWouldFailAgain(String refusal) {
		this.publisher = publisher(this.events, Delivery.AT_LEAST_ONCE);
		server.stubFor(post(EVENTS).willReturn(answer(refusal)));
		publish(3);
		assertThat(this.publisher.flush(Duration.ofSeconds(30))).isTrue();
		assertThat(this.notSent).hasSize(3);
		verify(3, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("has all its threads pause together, each time longer")
	void pauses() {
		server.stubFor(post(EVENTS).willReturn(status(429)));
		StoppedClock clock = new StoppedClock();
		this.publisher = publisher(byFour(3), new PauseSettings(Duration.ofMillis(200), 4, Duration.ofSeconds(60), 0),
				Duration.ZERO, clock);
		publish(100);
		clock.assertWaiting(4, Duration.ofMillis(200));
		verify(4, postRequestedFor(urlEqualTo(EVENTS)));
		clock.advance(Duration.ofMillis(199));
		clock.assertWaiting(4, Duration.ofMillis(1));
		verify(4, postRequestedFor(urlEqualTo(EVENTS)));
		clock.advance(Duration.ofMillis(1));
		clock.assertWaiting(4, Duration.ofMillis(800));
		verify(8, postRequestedFor(urlEqualTo(EVENTS)));
		clock.advance(Duration.ofMillis(800));
		clock.assertWaiting(4, Duration.ofMillis(3200));
		verify(12, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("pauses at least as long as it is asked to")
	void pausesAsAsked() {
		server.stubFor(post(EVENTS).willReturn(status(429).withHeader("Retry-After", "30")));
		StoppedClock clock = new StoppedClock();
		this.publisher = publisher(this.events, new PauseSettings(Duration.ofMillis(1), 1, Duration.ofSeconds(60), 0),
				Duration.ZERO, clock);
		publish(1);
		clock.assertWaiting(1, Duration.ofSeconds(30));
		clock.advance(Duration.ofMillis(29_999));
		clock.assertWaiting(1, Duration.ofMillis(1));
		verify(1, postRequestedFor(urlEqualTo(EVENTS)));
		clock.advance(Duration.ofMillis(1));
		clock.assertWaiting(1, Duration.ofSeconds(30));
		verify(2, postRequestedFor(urlEqualTo(EVENTS)));
	}

	@Test
	@DisplayName("tries once more at the end, and tells the rest before it is closed")
	void endsInAnOutage() {
		server.stubFor(post(EVENTS).willReturn(status(429)));
		StoppedClock clock = new StoppedClock();
		this.publisher = publisher(byFour(1), new PauseSettings(Duration.ofHours(1), 1, Duration.ofHours(1), 0),
				Duration.ofSeconds(2), clock);
		publish(20);
		clock.assertWaiting(4, Duration.ofHours(1));
		this.publisher.close();
		assertThat(server.countRequestsMatching(postRequestedFor(urlEqualTo(EVENTS)).build()).getCount()).isBetween(5,
				8);
		assertThat(this.notSent).hasSize(20).extracting(Event::customerId).doesNotHaveDuplicates();
		assertThat(this.publisher.dropped()).isEqualTo(20);
		assertThat(this.publisher.queued()).isZero();
		assertThat(this.failures).hasSizeGreaterThanOrEqualTo(4);
		int atClose = this.notSent.size();
		LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		assertThat(this.notSent).hasSize(atClose);
	}

	@Test
	@DisplayName("tells the events on their way before it is closed, also those that cannot be stopped, and none twice")
	void tellsWhatIsOnItsWay() throws InterruptedException {
		Semaphore taken = new Semaphore(0);
		CountDownLatch open = new CountDownLatch(1);
		EventRepository stubborn = mock();
		given(stubborn.add(any(Event.class))).willAnswer((call) -> {
			taken.release();
			while (open.getCount() > 0) {
				LockSupport.parkNanos(1_000_000);
				Thread.interrupted();
			}
			return call.getArgument(0);
		});
		this.publisher = EventPublisher.create(stubborn,
				Settings.defaults()
					.withCapacity(10)
					.withConcurrency(2)
					.withOverflow(Overflow.BLOCK)
					.withOfferTimeout(Duration.ZERO)
					.withShutdownTimeout(Duration.ofMillis(100)),
				this::tell);
		publish(5);
		assertThat(taken.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
		this.publisher.close();
		assertThat(this.notSent).hasSize(5);
		assertThat(this.publisher.dropped()).isEqualTo(5);
		open.countDown();
		LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
		assertThat(this.publisher.sent()).isZero();
		assertThat(this.notSent).hasSize(5);
	}

	@Test
	@DisplayName("counts and tells every accepted event, also when an Error is thrown, and when the listener throws one")
	void survivesErrors() {
		EventRepository broken = mock();
		given(broken.add(any(Event.class))).willThrow(new NoSuchMethodError("gone"));
		this.publisher = EventPublisher.create(broken, Settings.defaults(), (event, failure) -> {
			tell(event, failure);
			throw new NoClassDefFoundError("listener");
		});
		publish(10);
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(this.publisher.failed()).isEqualTo(10);
		assertThat(this.notSent).hasSize(10);
		assertThat(this.failures).hasSize(10).allMatch(NoSuchMethodError.class::isInstance);
	}

	@Test
	@DisplayName("counts and tells an event whose decorated task fails")
	void survivesDecorators() {
		this.publisher = EventPublisher.create(this.events, Settings.defaults(), this::tell, (task) -> () -> {
			throw new IllegalStateException("context");
		});
		publish(3);
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(this.notSent).hasSize(3);
		EventPublisher refused = EventPublisher.create(this.events, Settings.defaults(), this::tell, (task) -> {
			throw new IllegalStateException("no context");
		});
		assertThatIllegalStateException().isThrownBy(() -> refused.publish(EVENT)).withMessage("no context");
		assertThat(refused.queued()).isZero();
		refused.close();
	}

	@Test
	@DisplayName("sends at the end what ContactHub takes again, however long it had asked to wait")
	void isBackBeforeTheEnd() {
		AtomicInteger requests = new AtomicInteger();
		EventRepository recovering = mock();
		given(recovering.add(any(Event.class))).willAnswer((call) -> {
			server.stubFor(post(EVENTS).willReturn(
					(requests.incrementAndGet() <= 12) ? status(429).withHeader("Retry-After", "60") : status(202)));
			return this.events.add(call.<Event>getArgument(0));
		});
		this.publisher = EventPublisher.create(recovering, settings(Delivery.AT_MOST_ONCE,
				new PauseSettings(Duration.ofSeconds(30), 2, Duration.ofSeconds(60), 0), Duration.ofSeconds(25)),
				this::tell);
		publish(5);
		// others that begin later than that wait with it
		await().until(() -> requests.get() >= 1);
		this.publisher.close();
		assertNothingLost(5);
	}

	@Test
	@DisplayName("counts each event once, whatever a decorator does after or instead of its task")
	void survivesOddDecorators() {
		server.stubFor(post(EVENTS).willReturn(status(429)));
		AtomicInteger calls = new AtomicInteger();
		this.publisher = EventPublisher.create(
				this.events, settings(Delivery.AT_MOST_ONCE,
						new PauseSettings(Duration.ofMillis(10), 1, Duration.ofMillis(10), 0), Duration.ofSeconds(10)),
				this::tell, (task) -> () -> {
					task.run();
					if (calls.incrementAndGet() < 5) {
						throw new IllegalStateException("after the task");
					}
				});
		publish(1);
		await().until(() -> calls.get() > 5);
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertNothingLost(1);
		this.publisher = EventPublisher.create(this.events, Settings.defaults(), this::tell, (task) -> () -> {
		});
		publish(1);
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(this.publisher.failed()).isEqualTo(1);
		assertThat(this.failures).singleElement()
			.satisfies((failure) -> assertThat(failure).hasMessage("A TaskDecorator has not run its task"));
	}

	@Test
	@DisplayName("goes on when one of its threads is interrupted in a pause by somebody else")
	void survivesInterrupts() {
		server.stubFor(post(EVENTS).willReturn(status(429)));
		List<Thread> threads = new CopyOnWriteArrayList<>();
		this.publisher = EventPublisher.create(
				this.events, settings(Delivery.AT_MOST_ONCE,
						new PauseSettings(Duration.ofHours(1), 1, Duration.ofHours(1), 0), Duration.ofSeconds(10)),
				this::tell, (task) -> () -> {
					threads.add(Thread.currentThread());
					task.run();
				});
		publish(1);
		await().until(() -> threads.size() >= 2);
		threads.forEach(Thread::interrupt);
		await().until(() -> threads.size() >= 3);
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertNothingLost(1);
	}

	@Test
	@DisplayName("waits at the end for its events also when the thread that closes it is interrupted")
	void survivesInterruptedEnd() {
		server.stubFor(post(EVENTS).willReturn(status(202).withFixedDelay(50)));
		publish(40);
		Thread.currentThread().interrupt();
		this.publisher.close();
		assertThat(Thread.interrupted()).isTrue();
		assertNothingLost(40);
	}

	@Test
	@DisplayName("has threads that inherit nothing, a queue without bounds, and a listener that may flush and publish")
	void hasRoomForAll() {
		InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
		List<String> seen = new CopyOnWriteArrayList<>();
		EventRepository failing = mock();
		given(failing.add(any(Event.class))).willAnswer((call) -> {
			seen.add(String.valueOf(tenant.get()));
			if ("again".equals(call.<Event>getArgument(0).customerId())) {
				return call.getArgument(0);
			}
			throw new IllegalStateException("no");
		});
		this.publisher = EventPublisher.create(failing,
				Settings.defaults()
					.withCapacity(Integer.MAX_VALUE)
					.withConcurrency(4)
					.withOverflow(Overflow.DROP)
					.withOfferTimeout(Duration.ZERO)
					.withShutdownTimeout(Duration.ofSeconds(10)),
				(event, failure) -> {
					tell(event, failure);
					assertThat(this.publisher.publish(EVENT.withCustomerId("again"))).isTrue();
					assertThat(this.publisher.flush(Duration.ofMillis(1))).isIn(true, false);
				});
		tenant.set("red");
		publish(10);
		tenant.remove();
		await().until(() -> this.publisher.sent() == 10 && this.publisher.queued() == 0);
		assertThat(this.notSent).hasSize(10);
		assertThat(seen).hasSize(20).containsOnly("null");
		EventPublisher single = EventPublisher.create(failing,
				Settings.defaults()
					.withCapacity(10)
					.withConcurrency(1)
					.withOverflow(Overflow.DROP)
					.withOfferTimeout(Duration.ZERO)
					.withShutdownTimeout(Duration.ofSeconds(10)),
				(event, failure) -> seen.add("flushed: " + this.publisher.flush(Duration.ofSeconds(5))));
		this.publisher = single;
		single.publish(EVENT);
		assertThat(single.flush(Duration.ofSeconds(3))).isTrue();
		assertThat(seen).last().isEqualTo("flushed: true");
	}

	@Test
	@DisplayName("flushes what was accepted before, ends a pause for it, and says when time was too short")
	void flushes() {
		server.stubFor(post(EVENTS).willReturn(status(429)));
		this.publisher = EventPublisher.create(
				this.events, settings(Delivery.AT_MOST_ONCE,
						new PauseSettings(Duration.ofHours(1), 1, Duration.ofHours(1), 0), Duration.ofSeconds(1)),
				this::tell);
		assertThat(this.publisher.flush(Duration.ZERO)).isTrue();
		publish(3);
		assertThat(this.publisher.flush(Duration.ofMillis(200))).isFalse();
		server.stubFor(post(EVENTS).willReturn(status(202)));
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		publish(1);
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(this.publisher.sent()).isEqualTo(4);
		assertThatIllegalArgumentException().isThrownBy(() -> this.publisher.flush(Duration.ofMillis(-1)))
			.withMessageStartingWith("timeout is PT-0.001S");
		Thread.currentThread().interrupt();
		assertThat(this.publisher.flush(Duration.ofSeconds(10))).isTrue();
		assertThat(Thread.interrupted()).isTrue();
	}

	/**
	 * A port that nobody is given by chance meanwhile: those of the system begin above.
	 */
	private static int freePort() {
		for (int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);; port++) {
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// the next one may be free
			}
		}
	}

	private void assertNothingLost(int count) {
		assertThat(this.publisher.sent()).isEqualTo(count);
		assertThat(this.publisher.failed()).isZero();
		assertThat(this.publisher.dropped()).isZero();
		assertThat(this.publisher.queued()).isZero();
		assertThat(this.notSent).isEmpty();
	}

	private void publish(int count) {
		IntStream.range(0, count)
			.forEach((i) -> assertThat(this.publisher.publish(EVENT.withCustomerId("c" + i))).isTrue());
	}

	private void tell(Event event, Throwable failure) {
		this.notSent.add(event);
		if (failure != null) {
			this.failures.add(failure);
		}
	}

	private static ResponseDefinitionBuilder answer(String outage) {
		return switch (outage) {
			case "connection lost" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
			case "no answer" -> status(202).withFixedDelay(2000);
			case "503 with Retry-After" -> status(503).withHeader("Retry-After", "0");
			default -> status(Integer.parseInt(outage));
		};
	}

	private EventPublisher publisher(EventRepository events, Delivery delivery) {
		return EventPublisher.create(events, settings(delivery,
				new PauseSettings(Duration.ofMillis(10), 2, Duration.ofMillis(100), 0.5), Duration.ofSeconds(20)),
				this::tell);
	}

	private EventPublisher publisher(EventRepository events, PauseSettings retry, Duration shutdownTimeout,
			StoppedClock clock) {
		return new DefaultEventPublisher(events, settings(Delivery.AT_MOST_ONCE, retry, shutdownTimeout), this::tell,
				(task) -> task, clock);
	}

	/**
	 * Events that four threads send at the same time, so many times.
	 */
	private EventRepository byFour(int times) {
		CyclicBarrier together = new CyclicBarrier(4);
		AtomicInteger requests = new AtomicInteger();
		EventRepository events = mock();
		given(events.add(any(Event.class))).willAnswer((call) -> {
			if (requests.incrementAndGet() <= 4 * times) {
				together.await(10, TimeUnit.SECONDS);
			}
			return this.events.add(call.<Event>getArgument(0));
		});
		return events;
	}

	private static Settings settings(Delivery delivery, PauseSettings retry, Duration shutdownTimeout) {
		return new Settings(1000, 4, Overflow.BLOCK, Duration.ofMillis(100), shutdownTimeout, delivery, retry);
	}

	/**
	 * The events of a server that is waited for no longer than its outage is noticed.
	 */
	private EventRepository events(String outage) {
		return outage.equals("no answer") ? events(server.baseUrl(), Duration.ofMillis(700)) : this.events;
	}

	/**
	 * The events of a server, to which nothing is repeated but by the publisher.
	 */
	private static EventRepository events(String address, Duration readTimeout) {
		JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
		factory.setReadTimeout(readTimeout);
		return Workspace.builder()
			.id("w1")
			.token("t0ken")
			.baseUrl(address + "/hub/v1")
			.client((client) -> client.retry(RetrySettings.none())
				.callTimeout(readTimeout.multipliedBy(2))
				.requestFactory(factory))
			.build()
			.node("n1")
			.events();
	}

}

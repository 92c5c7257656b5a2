package io.contacthub.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RateLimit}, by a clock that stands still unless it is told to move.
 */
@DisplayName("The limit of requests")
class RateLimitTests {

	private static final Duration PATIENT = Duration.ofMinutes(1);

	private final List<Long> waits = new CopyOnWriteArrayList<>();

	private final AtomicInteger requests = new AtomicInteger();

	private long millis;

	private int status = 200;

	@Test
	@DisplayName("lets no more requests begin within any second than are allowed")
	void boundsEverySecond() {
		RateLimit limit = limit(2);
		limit.await(PATIENT);
		this.millis = 700;
		limit.await(PATIENT);
		assertThat(this.waits).isEmpty();
		limit.await(PATIENT);
		limit.await(PATIENT);
		assertThat(this.waits).containsExactly(300L, 1000L);
		this.millis = 5000;
		limit.await(PATIENT);
		assertThat(this.waits).hasSize(2);
	}

	@Test
	@DisplayName("counts the requests of all threads together")
	void countsAllThreads() {
		RateLimit limit = limit(5);
		IntStream.range(0, 100).parallel().forEach((request) -> limit.await(PATIENT));
		assertThat(this.waits).containsExactlyInAnyOrderElementsOf(
				IntStream.range(5, 100).mapToObj((request) -> request / 5 * 1000L).toList());
	}

	@Test
	@DisplayName("is kept to by repetitions, and by clients that are made of the same one")
	void countsRepetitionsAndCopies() {
		ContactHubClient client = client(limit(5), PATIENT);
		ThingApi things = client.createApi(ThingApi.class);
		ThingApi alike = client.mutate().build().createApi(ThingApi.class);
		for (int i = 0; i < 3; i++) {
			things.get();
			alike.get();
		}
		assertThat(this.waits).containsExactly(1000L);
		this.status = 503;
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(things::get);
		assertThat(this.waits).containsExactly(1000L, 1000L, 1000L);
		assertThat(this.requests).hasValue(8);
		this.status = 200;
		client.mutate().maxRequestsPerSecond(0).build().createApi(ThingApi.class).get();
		assertThat(this.waits).hasSize(3);
	}

	@Test
	@DisplayName("fails a request at once, as not connected, that would get its turn when its call is over")
	void waitsNoLongerThanTheCall() {
		ThingApi things = client(limit(1), Duration.ofMillis(900)).createApi(ThingApi.class);
		things.get();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(things::get)
			.withMessageContaining("there is no turn in time at 1 requests per second")
			.satisfies((ex) -> assertThat(((ContactHubFailure) ex).reason()).isEqualTo(FailureReason.NOT_CONNECTED));
		assertThat(this.waits).isEmpty();
		assertThat(this.requests).hasValue(1);
		this.millis = 1000;
		things.get();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	@DisplayName("fails a request whose thread is interrupted while it waits, and leaves it interrupted")
	void endsWhenInterrupted() {
		RateLimit limit = new RateLimit(1, () -> 0, (nanoseconds) -> {
			throw new InterruptedException();
		});
		limit.await(PATIENT);
		assertThatExceptionOfType(RequestFailure.class).isThrownBy(() -> limit.await(PATIENT))
			.withMessageContaining("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private RateLimit limit(int requestsPerSecond) {
		return new RateLimit(requestsPerSecond, () -> TimeUnit.MILLISECONDS.toNanos(this.millis),
				(nanoseconds) -> this.waits.add(TimeUnit.NANOSECONDS.toMillis(nanoseconds)));
	}

	private ContactHubClient client(RateLimit limit, Duration callTimeout) {
		return new DefaultContactHubClientBuilder().rateLimit(limit)
			.workspaceId("w1")
			.token("t0ken")
			.requestFactory(server())
			.callTimeout(callTimeout)
			.retry(new RetrySettings(2, Duration.ofMillis(1), 1, Duration.ofMillis(1), PATIENT, 0))
			.build();
	}

	private ClientHttpRequestFactory server() {
		return (uri, method) -> {
			this.requests.incrementAndGet();
			MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
			request.setResponse(new MockClientHttpResponse("{}".getBytes(StandardCharsets.UTF_8), this.status));
			return request;
		};
	}

	/** An operation. */
	interface ThingApi {

		@GetExchange("/things")
		void get();

	}

}

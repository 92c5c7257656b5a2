package io.contacthub.client;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RequestRetrier}.
 */
@DisplayName("The repetition of requests")
class RequestRetrierTests {

	private final List<Long> waits = new ArrayList<>();

	private int requests;

	private Duration timeout = Duration.ofMinutes(1);

	private long nanoTime;

	private CallContext call = call();

	@Test
	@DisplayName("waits longer each time, with a random part, never longer than the longest wait")
	void waitsLonger() {
		run(settings(6, 30), HttpMethod.GET, () -> {
			throw RequestFailure.ofEngine(new IOException(), this.call.attempt());
		});
		assertThat(this.requests).isEqualTo(6);
		assertThat(this.waits).hasSize(5);
		assertThat(this.waits.get(0)).isBetween(50L, 100L);
		assertThat(this.waits.get(1)).isBetween(100L, 200L);
		assertThat(this.waits.get(4)).isBetween(500L, 1000L);
	}

	@ParameterizedTest
	@CsvSource({ "0,50,100", "1,1000,1000", "7200,1000,1000", "99999999999,1000,1000",
			"999999999999999999999999999999,1000,1000", "-5,50,100", "soon,50,100", "1.5,50,100", "'',50,100" })
	@DisplayName("waits as long as the server asks, within bounds")
	void honoursRetryAfter(String header, long least, long most) {
		run(settings(2, 30), HttpMethod.GET, () -> answer(503, header));
		assertThat(this.waits).singleElement().satisfies((wait) -> assertThat(wait).isBetween(least, most));
	}

	@ParameterizedTest
	@ValueSource(strings = { "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
			"EEE MMM dd HH:mm:ss yyyy" })
	@DisplayName("waits until the date that the server names, in any of the three formats of HTTP")
	void honoursDates(String pattern) {
		String date = DateTimeFormatter.ofPattern(pattern, Locale.US)
			.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
		run(settings(2, 30), HttpMethod.GET, () -> answer(429, date));
		assertThat(this.waits).containsExactly(1000L);
	}

	@Test
	@DisplayName("does not wait for a date that has passed")
	void ignoresPastDates() {
		run(settings(2, 30), HttpMethod.POST, () -> answer(503, "Wed, 21 Oct 2015 07:28:00 GMT"));
		assertThat(this.requests).isEqualTo(2);
		assertThat(this.waits).singleElement().satisfies((wait) -> assertThat(wait).isBetween(50L, 100L));
	}

	@Test
	@DisplayName("does not bring those back together whom the server turned away together")
	void spreadsRetryAfter() {
		for (int i = 0; i < 50; i++) {
			run(new RetrySettings(2, Duration.ofMillis(400), 2, Duration.ofSeconds(5), Duration.ofSeconds(30), 0.5),
					HttpMethod.GET, () -> answer(429, "1"));
		}
		assertThat(this.waits).allSatisfy((wait) -> assertThat(wait).isBetween(1000L, 1200L));
		assertThat(new HashSet<>(this.waits)).hasSizeGreaterThan(5);
	}

	@Test
	@DisplayName("waits exactly as told without a random part")
	void waitsWithoutJitter() {
		run(new RetrySettings(4, Duration.ofMillis(100), 1, Duration.ofSeconds(1), Duration.ofSeconds(30), 0),
				HttpMethod.GET, () -> answer(503, null));
		assertThat(this.waits).containsExactly(100L, 100L, 100L);
	}

	@ParameterizedTest
	@CsvSource({ "423,,2", "429,,2", "503,,1", "503,1,2", "503,soon,1", "503,-5,1", "502,1,1", "504,1,1", "500,1,1",
			"408,1,1" })
	@DisplayName("is for a POST only when the server says that it did nothing")
	void repeatsRefusedPosts(int status, String retryAfter, int requests) {
		run(settings(2, 30), HttpMethod.POST, () -> answer(status, retryAfter));
		assertThat(this.requests).isEqualTo(requests);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "PATCH", "DELETE" })
	@DisplayName("is for methods that do the same when done twice")
	void repeatsIdempotentMethods(String method) {
		run(settings(3, 30), HttpMethod.valueOf(method), () -> answer(503, null));
		assertThat(this.requests).isEqualTo(3);
	}

	@Test
	@DisplayName("ends when its time is up")
	void endsInTime() {
		run(new RetrySettings(100, Duration.ofMillis(1), 2, Duration.ofMillis(1), Duration.ofMillis(50), 0),
				HttpMethod.GET, () -> {
					pass(30);
					return answer(503, null);
				});
		assertThat(this.requests).isEqualTo(2);
	}

	@Test
	@DisplayName("does not begin a wait at whose end no time is left")
	void doesNotWaitInVain() {
		run(new RetrySettings(3, Duration.ofMillis(100), 2, Duration.ofMinutes(2), Duration.ofSeconds(30), 0),
				HttpMethod.GET, () -> answer(503, "60"));
		assertThat(this.requests).isEqualTo(1);
		assertThat(this.waits).isEmpty();
		this.timeout = Duration.ofMillis(90);
		run(settings(3, 30), HttpMethod.GET, () -> answer(503, "1"));
		assertThat(this.requests).isEqualTo(2);
		assertThat(this.waits).isEmpty();
	}

	@Test
	@DisplayName("ends when the thread is interrupted, and leaves it interrupted")
	void endsWhenInterrupted() {
		RequestRetrier retrier = new RequestRetrier(settings(3, 30), (millis) -> {
			throw new InterruptedException();
		});
		assertThatExceptionOfType(RequestFailure.class)
			.isThrownBy(() -> retrier.run(this.call, HttpMethod.GET, "GET /", () -> answer(503, null)))
			.withMessage("status 503");
		assertThat(Thread.interrupted()).isTrue();
		Thread.currentThread().interrupt();
		run(settings(3, 30), HttpMethod.GET, () -> answer(503, null));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	@DisplayName("does not hide a mistake of the caller")
	void doesNotRepeatMistakes() {
		assertThatIllegalStateException().isThrownBy(
				() -> new RequestRetrier(settings(3, 30), this::sleep).run(this.call, HttpMethod.GET, "GET /", () -> {
					throw new IllegalStateException("mistake");
				}));
		assertThat(this.call.attempts()).isEqualTo(1);
	}

	@Test
	@DisplayName("has settings that are checked")
	void checksSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 30))
			.withMessageStartingWith("maxAttempts is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(3, 0))
			.withMessageStartingWith("maxElapsed is PT0S");
		for (double jitter : new double[] { -0.1, 1.1, Double.NaN }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> new RetrySettings(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(1),
						Duration.ofSeconds(1), jitter))
				.withMessage("jitter is " + jitter + ": it must be from 0 to 1");
		}
	}

	private static RetrySettings settings(int attempts, int seconds) {
		return new RetrySettings(attempts, Duration.ofMillis(100), 2, Duration.ofSeconds(1),
				Duration.ofSeconds(seconds), 0.5);
	}

	private CallContext call() {
		return new CallContext(new CallDeadline(this.timeout, () -> this.nanoTime), CallTerms.NONE);
	}

	private void run(RetrySettings settings, HttpMethod method, Supplier<Object> request) {
		this.call = call();
		int before = this.requests;
		assertThatExceptionOfType(RequestFailure.class)
			.isThrownBy(() -> new RequestRetrier(settings, this::sleep).run(this.call, method, "TEST /", () -> {
				this.requests++;
				return request.get();
			}));
		assertThat(this.call.attempts()).isEqualTo(this.requests - before);
	}

	private Object answer(int status, String retryAfter) {
		try (MockClientHttpResponse response = new MockClientHttpResponse(new byte[0], HttpStatus.valueOf(status))) {
			if (retryAfter != null) {
				response.getHeaders().set("Retry-After", retryAfter);
			}
			throw RequestFailure
				.ofStatus(BoundedClientHttpResponse.of(response, this.call.attempt(), DataSize.ofMegabytes(1), false));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void sleep(long millis) {
		this.waits.add(millis);
		pass(millis);
	}

	private void pass(long millis) {
		this.nanoTime += Duration.ofMillis(millis).toNanos();
	}

}

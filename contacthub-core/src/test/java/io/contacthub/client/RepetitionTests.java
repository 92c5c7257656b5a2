package io.contacthub.client;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Repetition}.
 */
@DisplayName("The repetition of requests")
class RepetitionTests {

	private final List<Long> waits = new ArrayList<>();

	private int requests;

	@Test
	@DisplayName("waits longer each time, with a random part, never longer than the longest wait")
	void waitsLonger() {
		run(settings(6, 30), HttpMethod.GET, () -> {
			throw new ResourceAccessException("down", new IOException());
		});
		assertThat(this.requests).isEqualTo(6);
		assertThat(this.waits).hasSize(5);
		assertThat(this.waits.get(0)).isBetween(100L, 200L);
		assertThat(this.waits.get(1)).isBetween(200L, 400L);
		assertThat(this.waits.get(4)).isEqualTo(1000L);
	}

	@ParameterizedTest
	@CsvSource({ "0,100,200", "1,1000,1000", "7200,1000,1000", "99999999999,1000,1000", "-5,100,200", "soon,100,200",
			"'',100,200" })
	@DisplayName("waits as long as the server asks, within bounds")
	void honoursRetryAfter(String header, long least, long most) {
		run(settings(2, 30), HttpMethod.GET, () -> answer(503, header));
		assertThat(this.waits).singleElement().satisfies((wait) -> assertThat(wait).isBetween(least, most));
	}

	@Test
	@DisplayName("waits until the date that the server names")
	void honoursDates() {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
		run(settings(2, 30), HttpMethod.GET, () -> answer(429, date));
		assertThat(this.waits).containsExactly(1000L);
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
		run(new RetrySettings(100, Duration.ofMillis(1), 2, Duration.ofMillis(1), Duration.ofMillis(50)),
				HttpMethod.GET, () -> {
					sleep(30);
					return answer(503, null);
				});
		assertThat(this.requests).isBetween(2, 4);
	}

	@Test
	@DisplayName("ends when the thread is interrupted, and leaves it interrupted")
	void endsWhenInterrupted() {
		Repetition repetition = new Repetition(settings(3, 30), (millis) -> {
			throw new InterruptedException();
		});
		assertThatExceptionOfType(Repetition.Exhausted.class)
			.isThrownBy(() -> repetition.run(HttpMethod.GET, "GET /", () -> answer(503, null)))
			.satisfies((ex) -> assertThat(ex.failure()).isInstanceOf(ErrorAnswer.class));
		assertThat(Thread.interrupted()).isTrue();
		Thread.currentThread().interrupt();
		run(settings(3, 30), HttpMethod.GET, () -> answer(503, null));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	@DisplayName("does not hide a mistake of the caller")
	void doesNotRepeatMistakes() {
		run(settings(3, 30), HttpMethod.GET, () -> {
			throw new IllegalStateException("mistake");
		});
		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	@DisplayName("has settings that are checked")
	void checksSettings() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 30))
			.withMessageStartingWith("maxAttempts is 0");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(3, 0))
			.withMessageStartingWith("maxElapsed is PT0S");
	}

	private static RetrySettings settings(int attempts, int seconds) {
		return new RetrySettings(attempts, Duration.ofMillis(100), 2, Duration.ofSeconds(1),
				Duration.ofSeconds(seconds));
	}

	private void run(RetrySettings settings, HttpMethod method, Supplier<Object> request) {
		assertThatExceptionOfType(Repetition.Exhausted.class)
			.isThrownBy(() -> new Repetition(settings, this.waits::add).run(method, "TEST /", () -> {
				this.requests++;
				return request.get();
			}))
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(this.requests));
	}

	private static Object answer(int status, String retryAfter) {
		try (MockClientHttpResponse response = new MockClientHttpResponse(new byte[0], HttpStatus.valueOf(status))) {
			if (retryAfter != null) {
				response.getHeaders().set("Retry-After", retryAfter);
			}
			throw ErrorAnswer.read(response);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

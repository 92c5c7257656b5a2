package io.contacthub.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PauseLengths}.
 */
@DisplayName("Pauses that follow each other")
class PauseLengthsTests {

	private static final PauseSettings SETTINGS = new PauseSettings(Duration.ofSeconds(1), 3, Duration.ofSeconds(20),
			0);

	@Test
	@DisplayName("are longer each time, up to the longest")
	void grow() {
		PauseLengths lengths = new PauseLengths(SETTINGS);
		assertThat(IntStream.of(0, 1, 2, 3, 4, Integer.MAX_VALUE).mapToObj(lengths::length)).containsExactly(
				Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9), Duration.ofSeconds(20),
				Duration.ofSeconds(20), Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("are as exact as the settings")
	void areExact() {
		assertThat(new PauseLengths(SETTINGS.withInitialInterval(Duration.ofNanos(1_500_000))).length(1))
			.isEqualTo(Duration.ofNanos(4_500_000));
	}

	@Test
	@DisplayName("are the longest where that is shorter than the first")
	void keepLongest() {
		assertThat(new PauseLengths(SETTINGS.withMaxInterval(Duration.ofMillis(500)).withJitter(1)).length(0))
			.isEqualTo(Duration.ofMillis(500));
	}

	@Test
	@DisplayName("are as long as asked for, but no longer than the longest")
	void followWhatIsAsked() {
		PauseLengths lengths = new PauseLengths(SETTINGS);
		assertThat(Stream.of(2, 5, 60).map((seconds) -> lengths.length(1, Duration.ofSeconds(seconds))))
			.containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("are of many lengths with jitter, also of the first and of the longest")
	void differ() {
		PauseLengths lengths = new PauseLengths(SETTINGS.withJitter(0.5));
		List<Duration> first = lengths(lengths, 0);
		assertThat(first)
			.allSatisfy((length) -> assertThat(length).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500)));
		assertThat(new HashSet<>(first)).hasSizeGreaterThan(90);
		assertThat(lengths(lengths, 1))
			.allSatisfy((length) -> assertThat(length).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(4_500)))
			.anySatisfy((length) -> assertThat(length).isLessThan(Duration.ofSeconds(3)))
			.anySatisfy((length) -> assertThat(length).isGreaterThan(Duration.ofSeconds(3)));
		List<Duration> last = lengths(lengths, 9);
		assertThat(last)
			.allSatisfy((length) -> assertThat(length).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20)));
		assertThat(new HashSet<>(last)).hasSizeGreaterThan(90);
	}

	private static List<Duration> lengths(PauseLengths lengths, int before) {
		return IntStream.range(0, 100).mapToObj((draw) -> lengths.length(before)).toList();
	}

}

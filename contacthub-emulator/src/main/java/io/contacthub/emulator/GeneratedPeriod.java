package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which everything made up happens: the two years up to the end of 2025, so
 * that it is the same whenever it is made up, or up to a clock that is before that.
 *
 * @param start the start
 * @param end the end
 */
record GeneratedPeriod(Instant start, Instant end) {

	private static final Duration LENGTH = Duration.ofDays(730);

	private static final Instant LATEST = Instant.parse("2025-12-31T20:00:00Z");

	static GeneratedPeriod before(Instant now) {
		Instant end = now.isBefore(LATEST) ? now : LATEST;
		return new GeneratedPeriod(end.minus(LENGTH), end);
	}

	int minutes() {
		return (int) LENGTH.toMinutes();
	}

}

package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clock of an emulator: another clock that can be moved forward.
 */
final class EmulatorClock implements InstantSource {

	/**
	 * The end of what the dates of the API can say.
	 */
	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	private final InstantSource source;

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	EmulatorClock(InstantSource source) {
		this.source = source;
	}

	@Override
	public Instant instant() {
		return this.source.instant().plus(this.ahead.get());
	}

	void advance(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("The clock can only be moved forward, not by " + duration);
		}
		if (duration.compareTo(Duration.between(instant(), LATEST)) > 0) {
			throw new IllegalArgumentException("advance: the clock cannot go beyond the year 9999");
		}
		this.ahead.accumulateAndGet(duration, Duration::plus);
	}

	void reset() {
		this.ahead.set(Duration.ZERO);
	}

}

package io.contacthub.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is put forward.
 */
final class SettableClock implements InstantSource {

	private volatile Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

	@Override
	public Instant instant() {
		return this.now;
	}

	void forward(Duration time) {
		this.now = this.now.plus(time);
	}

}

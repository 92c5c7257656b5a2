package io.contacthub.autoconfigure;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * How documents are checked before they are sent. For this library.
 *
 * @param events what happens to an event whose properties do not fit
 * @param customers what happens to a customer whose extended properties do not fit
 * @param timeToLive the time after which the schemas are read anew
 * @param timeout the longest time that a write waits for them
 * @param token gives the token to read them with, {@code null} for that of the workspace
 */
public record ValidationSettings(ValidationMode events, ValidationMode customers, Duration timeToLive, Duration timeout,
		@Nullable Supplier<String> token) {

	/**
	 * Return whether anything is checked.
	 * @return whether one of the modes is not off
	 */
	boolean isOn() {
		return this.events != ValidationMode.OFF || this.customers != ValidationMode.OFF;
	}

}

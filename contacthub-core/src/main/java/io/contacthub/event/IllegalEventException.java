package io.contacthub.event;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when an event cannot be sent as it is, whatever ContactHub would say:
 * it lacks its owner, or holds more than ContactHub takes. No request is made.
 */
public class IllegalEventException extends IllegalArgumentException {

	/**
	 * Create an exception.
	 * @param message what is wrong, and what to do about it
	 * @param cause what has found it, or {@code null}
	 */
	public IllegalEventException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}

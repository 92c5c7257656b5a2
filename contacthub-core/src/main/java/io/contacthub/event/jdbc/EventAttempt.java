package io.contacthub.event.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What has come of trying to send an event.
 *
 * @param claimed the event
 * @param fate what becomes of it
 * @param event the event as the document has it, {@code null} when that cannot be read or
 * was not
 * @param failure why it was not sent, {@code null} when it was, or was not tried
 * @param pause how long it waits for the next attempt
 */
record EventAttempt(ClaimedEvent claimed, EventFate fate, @Nullable Event event, @Nullable Throwable failure,
		Duration pause) {

	private static final int LONGEST = 1000;

	/**
	 * Return that an event was not tried.
	 */
	static EventAttempt none(ClaimedEvent claimed) {
		return new EventAttempt(claimed, EventFate.UNTOUCHED, null, null, Duration.ZERO);
	}

	/**
	 * Return what is kept of the failure: its message, as far as there is room for it.
	 */
	String reason() {
		Throwable failure = this.failure;
		if (failure == null) {
			return "";
		}
		String message = message(failure);
		String text = StringUtils.hasText(message) ? message : failure.getClass().getName();
		String kept = text.substring(0, Math.min(text.length(), LONGEST));
		// half of a character, or none at all, is no text for a database
		return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
	}

	private static @Nullable String message(Throwable failure) {
		try {
			return failure.getMessage();
		}
		catch (RuntimeException ex) {
			// it is the application's, and nothing may keep the event from being noted
			return null;
		}
	}

	/**
	 * Return the status of the last answer, {@code null} when there was none.
	 */
	@Nullable Integer status() {
		return ContactHubFailure.in(this.failure)
			.map(ContactHubFailure::apiError)
			.map(ApiError::status)
			.filter((status) -> status > 0)
			.orElse(null);
	}

}

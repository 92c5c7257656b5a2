package io.contacthub.event.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.event.Event;
import io.contacthub.event.EventPublisherListener;
import org.jspecify.annotations.Nullable;

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

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

	/**
	 * Return that an event was not tried.
	 */
	static EventAttempt none(ClaimedEvent claimed) {
		return new EventAttempt(claimed, EventFate.UNTOUCHED, null, null, Duration.ZERO);
	}

	/**
	 * Return what is kept and logged of the failure, as far as there is room for it: what
	 * this library says of it, and nothing that ContactHub, a proxy or the application
	 * does, which could repeat what is in the event.
	 */
	String reason() {
		Throwable failure = this.failure;
		if (failure == null) {
			return "";
		}
		String line = CONTROL.matcher(EventPublisherListener.summary(failure)).replaceAll(" ");
		String kept = line.substring(0, Math.min(line.length(), LONGEST));
		// half of a character is no text for a database
		return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
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

package io.contacthub.event.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.contacthub.event.BringBackType;
import io.contacthub.event.Event;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.UnicodeChecks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * An event as it is accepted.
 *
 * @param document the event in JSON
 * @param orderKey what the events have in common that are sent in order, {@code null}
 * when nothing is
 * @param tracingId the tracing id of whoever publishes it, {@code null} when there is
 * none
 */
record AcceptedEvent(String document, @Nullable String orderKey, @Nullable String tracingId) {

	/** ContactHub takes 64 KB of each of the two parts that can be long. */
	private static final int LONGEST = 1_000_000;

	private static final int LONGEST_KEY = 255;

	/**
	 * Write an event of the present thread.
	 * @param event the event
	 * @param ordered whether those of a customer are sent in order
	 * @param tracingId the tracing id of whoever publishes it, {@code null} when there is
	 * none
	 * @return what is to be kept
	 * @throws IllegalArgumentException when it cannot be
	 */
	static AcceptedEvent of(Event event, boolean ordered, @Nullable String tracingId) {
		return new AcceptedEvent(document(event), ordered ? orderKey(event) : null, tracingId);
	}

	private static String document(Event event) {
		String document;
		try {
			document = ContactHubJson.mapper().writeValueAsString(event);
		}
		catch (JacksonException ex) {
			// its message could tell what is in the event
			throw new IllegalArgumentException("The event of type '" + event.type() + "' cannot be written as JSON: "
					+ ex.getClass().getSimpleName());
		}
		UnicodeChecks.check("event", document);
		Assert.isTrue(document.length() <= LONGEST,
				() -> "The event of type '" + event.type() + "' has " + document.length()
						+ " characters in JSON, of which ContactHub takes far less: at most " + LONGEST + " are kept");
		return document;
	}

	/**
	 * Return what tells the customer of an event from others, as far as the event knows.
	 */
	private static @Nullable String orderKey(Event event) {
		String kind = "customer";
		String value = event.customerId();
		if (!StringUtils.hasText(value)) {
			BringBackType type = event.bringBackProperties().type();
			kind = (type != null) ? type.value() : "";
			value = event.bringBackProperties().value();
		}
		if (!StringUtils.hasText(value)) {
			return null;
		}
		String key = kind + ":" + value;
		return (key.length() <= LONGEST_KEY && key.indexOf('\0') < 0) ? key : digest(key);
	}

	private static String digest(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java has SHA-256", ex);
		}
	}

}

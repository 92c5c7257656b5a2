package io.contacthub.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.contacthub.json.ContactHubJson;
import io.contacthub.json.DateTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A place among customers in the order of their registration: the last registration, and
 * those of it that lie behind. As a text it is an array of them.
 */
final class RegistrationPosition {

	private @Nullable Instant last;

	private final Set<String> ids = new LinkedHashSet<>();

	/**
	 * Read the place that {@link #text()} has written.
	 * @throws IllegalArgumentException when the text is none
	 */
	static RegistrationPosition parse(String text) {
		RegistrationPosition position = new RegistrationPosition();
		try {
			String[] parts = ContactHubJson.mapper().readValue(text, String[].class);
			position.last = (parts.length > 1) ? DateTimes.parse(parts[0]) : null;
			position.ids.addAll(List.of(parts).subList(Math.min(1, parts.length), parts.length));
		}
		catch (JacksonException | NullPointerException ex) {
			position.last = null;
		}
		if (position.last == null) {
			throw new IllegalArgumentException(
					"position is '" + text + "': give one that BulkRead.position() has returned, or null to begin");
		}
		return position;
	}

	/**
	 * Return the registration of a customer in milliseconds, as queries have it.
	 */
	static Instant milliseconds(Instant registered) {
		return registered.truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Go on behind a customer.
	 * @return whether it was not behind already
	 */
	synchronized boolean pass(String id, Instant registered) {
		if (!registered.equals(this.last)) {
			this.ids.clear();
			this.last = registered;
		}
		return this.ids.add(id);
	}

	/**
	 * Return the last registration, or {@code null} before the first customer.
	 */
	@Nullable Instant last() {
		return this.last;
	}

	/**
	 * Return how many of the last registration lie behind.
	 */
	int ties() {
		return this.ids.size();
	}

	synchronized Optional<String> text() {
		if (this.last == null) {
			return Optional.empty();
		}
		List<String> parts = new ArrayList<>(List.of(DateTimes.format(this.last)));
		parts.addAll(this.ids);
		return Optional.of(ContactHubJson.mapper().writeValueAsString(parts));
	}

}

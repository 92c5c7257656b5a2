package io.contacthub.batch;

import java.time.Instant;

import io.contacthub.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A place among events in the order of {@link EventWindows}: behind the one of this date
 * and id. As a text it is both, with a blank in between.
 *
 * @param date the date of the event
 * @param id the id of the event
 */
record EventPosition(Instant date, String id) {

	static EventPosition parse(String text) {
		int blank = text.indexOf(' ');
		return new EventPosition(Instant.parse(text.substring(0, blank)), text.substring(blank + 1));
	}

	static EventPosition behind(Event event) {
		Instant date = event.date();
		return new EventPosition((date != null) ? date : Instant.EPOCH, String.valueOf(event.id()));
	}

	boolean isBefore(Event event) {
		Instant other = event.date();
		int comparison = this.date.compareTo((other != null) ? other : Instant.EPOCH);
		return (comparison != 0) ? comparison < 0 : this.id.compareTo(String.valueOf(event.id())) < 0;
	}

	/**
	 * Return where windows begin that have all behind it.
	 */
	static Instant start(@Nullable EventPosition position, Instant from) {
		return (position != null && position.date.isAfter(from)) ? position.date : from;
	}

	@Override
	public String toString() {
		return this.date + " " + this.id;
	}

}

package io.contacthub.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The forms of dates that the API reads, and the one that it writes.
 */
final class DateFormats {

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter
		.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter READ = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd'T'HH:mm:ss")
		.optionalStart()
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.optionalEnd()
		.appendPattern("[XXX][XX][X]")
		.toFormatter(Locale.ROOT);

	private DateFormats() {
	}

	static String write(Instant instant) {
		return WRITTEN.format(instant);
	}

	/**
	 * Return the time of a change, which is after the one before it, though both come
	 * within a millisecond.
	 * @param now the present time
	 * @param before the time of the change before, as it is written, or null
	 */
	static String writeAfter(Instant now, @Nullable String before) {
		Instant last = (before != null) ? dateTime(before) : null;
		Instant least = (last != null) ? last.plusMillis(1) : now;
		return write(least.isAfter(now) ? least : now);
	}

	/**
	 * Read a date with time and offset.
	 * @param text the text
	 * @return the instant or null if the text is something else
	 */
	static @Nullable Instant dateTime(String text) {
		if (text.length() < 17 || text.charAt(10) != 'T') {
			return null;
		}
		try {
			TemporalAccessor parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
			return (parsed instanceof OffsetDateTime dateTime) ? dateTime.toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	static @Nullable LocalDate date(String text) {
		if (text.length() != 10) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * Read a date with time, or a date, which means its first moment in UTC.
	 * @param text the text
	 * @return the instant or null if the text is something else
	 */
	static @Nullable Instant moment(String text) {
		LocalDate date = date(text);
		return (date != null) ? date.atStartOfDay(ZoneOffset.UTC).toInstant() : dateTime(text);
	}

}

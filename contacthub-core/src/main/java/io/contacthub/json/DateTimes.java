package io.contacthub.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The date and date-time texts of the API. For this library.
 */
public final class DateTimes {

	private static final String LAYOUT = "0000-00-00T00:00:00.000Z";

	private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

	private static final DateTimeFormatter READER = new DateTimeFormatterBuilder()
		.appendPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]")
		.appendOptional(new DateTimeFormatterBuilder().appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
			.toFormatter(Locale.ROOT))
		.appendPattern("[XXX][XX][X]]")
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final int LAST_YEAR = 9999;

	/**
	 * The length of a date as it is written.
	 */
	static final int DATE_LENGTH = 10;

	private DateTimes() {
	}

	/**
	 * Write a date-time.
	 * @param instant the point in time
	 * @return its text in UTC, with three fraction digits, as ContactHub writes it; what
	 * is smaller is cut off
	 * @throws IllegalArgumentException when its year does not have four digits
	 */
	public static String format(Instant instant) {
		checkYear(instant, outside(instant));
		LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
		byte[] text = LAYOUT.getBytes(StandardCharsets.US_ASCII);
		write(text, 0, 4, time.getYear());
		write(text, 5, 7, time.getMonthValue());
		write(text, 8, 10, time.getDayOfMonth());
		write(text, 11, 13, time.getHour());
		write(text, 14, 16, time.getMinute());
		write(text, 17, 19, time.getSecond());
		write(text, 20, 23, time.getNano() / 1_000_000);
		return new String(text, StandardCharsets.US_ASCII);
	}

	private static void write(byte[] text, int from, int to, int number) {
		int rest = number;
		for (int i = to - 1; i >= from; i--) {
			text[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	/**
	 * Write a date.
	 * @param date the date
	 * @return its text
	 * @throws IllegalArgumentException when its year does not have four digits
	 */
	public static String format(LocalDate date) {
		checkYear(date, outside(date));
		return date.toString();
	}

	private static void checkYear(Temporal value, boolean outside) {
		Assert.isTrue(!outside, () -> "is " + value
				+ ": its year must be one from 0 to 9999, leave the value out when there is no bound");
	}

	/**
	 * Return the date that a value of Java stands for: that of a date-time is its own
	 * one, whatever its zone.
	 * @param value any value
	 * @return the date, or {@code null} when the value is none; an {@code Instant} has no
	 * date without a zone
	 */
	public static @Nullable LocalDate toDate(Object value) {
		if (value instanceof LocalDate date) {
			return date;
		}
		if (value instanceof OffsetDateTime dateTime) {
			return dateTime.toLocalDate();
		}
		if (value instanceof ZonedDateTime dateTime) {
			return dateTime.toLocalDate();
		}
		if (value instanceof LocalDateTime dateTime) {
			return dateTime.toLocalDate();
		}
		return (value instanceof String text) ? parseDate(text) : null;
	}

	/**
	 * Return the point in time that a value of Java stands for. A date is its beginning
	 * in UTC.
	 * @param value any value
	 * @return the point in time, or {@code null} when the value is none; a
	 * {@code LocalDateTime} is none without a zone
	 */
	public static @Nullable Instant toInstant(Object value) {
		if (value instanceof Instant instant) {
			return instant;
		}
		if (value instanceof OffsetDateTime dateTime) {
			return dateTime.toInstant();
		}
		if (value instanceof ZonedDateTime dateTime) {
			return dateTime.toInstant();
		}
		if (value instanceof LocalDate date) {
			return date.atStartOfDay().toInstant(ZoneOffset.UTC);
		}
		return (value instanceof String text) ? parse(text) : null;
	}

	/**
	 * Read a date-time in any of the forms the API is known to send: with or without
	 * fraction, seconds, time and offset. Without an offset it is taken as UTC.
	 * @param text the text
	 * @return the point in time, or {@code null} when the text is no date, or is in a
	 * year that does not have four digits
	 */
	public static @Nullable Instant parse(String text) {
		try {
			if (usual(text)) {
				return date(text)
					.atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19),
							number(text, 20, 23) * 1_000_000)
					.toInstant(ZoneOffset.UTC);
			}
			Instant instant = toInstant(
					READER.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
			return outside(instant) ? null : instant;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Instant toInstant(TemporalAccessor parsed) {
		if (parsed instanceof OffsetDateTime dateTime) {
			return dateTime.toInstant();
		}
		if (parsed instanceof LocalDateTime dateTime) {
			return dateTime.toInstant(ZoneOffset.UTC);
		}
		return ((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
	}

	private static boolean outside(Instant instant) {
		return instant.isBefore(FIRST) || instant.isAfter(LAST);
	}

	private static boolean outside(LocalDate date) {
		return date.getYear() < 0 || date.getYear() > LAST_YEAR;
	}

	/**
	 * Return whether a date or date-time can be written.
	 */
	static boolean isWritable(Object value) {
		return !((value instanceof Instant instant && outside(instant))
				|| (value instanceof LocalDate date && outside(date)));
	}

	/**
	 * Return a date or date-time as it is written, or in the form of Java where it cannot
	 * be; any other value as it is.
	 */
	static @Nullable Object plain(@Nullable Object value) {
		if (value instanceof Instant instant && !outside(instant)) {
			return format(instant);
		}
		return (value instanceof Temporal) ? value.toString() : value;
	}

	/**
	 * Return whether a text has the layout of nearly all date-times on the wire. Reading
	 * it by position saves a third of the time a whole customer takes.
	 */
	private static boolean usual(String text) {
		int length = text.length();
		return ((length == 28 && text.endsWith("+0000")) || (length == 24 && text.charAt(23) == 'Z'))
				&& text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':'
				&& text.charAt(16) == ':' && text.charAt(19) == '.';
	}

	private static LocalDate date(String text) {
		return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
	}

	private static int number(String text, int from, int to) {
		int number = 0;
		for (int i = from; i < to; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				throw new DateTimeException("No digit at " + i);
			}
			number = number * 10 + digit;
		}
		return number;
	}

	/**
	 * Read a date, also from a date-time, of which it takes the date as it is written.
	 * @param text the text
	 * @return the date, or {@code null} when the text is no date, or is in a year that
	 * does not have four digits
	 */
	public static @Nullable LocalDate parseDate(String text) {
		try {
			if (text.length() == DATE_LENGTH) {
				return (text.charAt(4) == '-' && text.charAt(7) == '-') ? date(text) : null;
			}
			LocalDate date = READER.parse(text, LocalDate::from);
			return outside(date) ? null : date;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Read what stands for a date-time: a text, or a number of milliseconds since 1970.
	 */
	static @Nullable Instant read(Object plain) {
		if (plain instanceof String text) {
			return parse(text);
		}
		return (plain instanceof Integer || plain instanceof Long) ? Instant.ofEpochMilli(((Number) plain).longValue())
				: null;
	}

	/**
	 * Return whether a text has the form in which ContactHub writes a date-time, and
	 * another one says the same time in whichever form.
	 */
	static boolean isWrittenFor(String written, String text) {
		return written.length() == 28 && usual(written) && hasOffset(text) && isSame(parse(written), parse(text));
	}

	/**
	 * Return whether two points in time are the same one, to the millisecond, as
	 * ContactHub has it.
	 */
	static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
		return one != null && other != null
				&& one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
	}

	/**
	 * Return whether a text that has been read as a date-time names a time and an offset.
	 */
	static boolean hasOffset(String text) {
		return text.length() > 16 && (text.endsWith("Z") || text.indexOf('+', 16) > 0 || text.indexOf('-', 16) > 0);
	}

}

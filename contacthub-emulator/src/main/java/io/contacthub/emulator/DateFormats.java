package io.contacthub.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
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

	private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

	private DateFormats() {
	}

	static String write(Instant instant) {
		LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
		if (time.getYear() < 1 || time.getYear() > 9999) {
			return WRITTEN.format(instant);
		}
		char[] text = "0000-00-00T00:00:00.000+0000".toCharArray();
		put(text, 0, 4, time.getYear());
		put(text, 5, 2, time.getMonthValue());
		put(text, 8, 2, time.getDayOfMonth());
		put(text, 11, 2, time.getHour());
		put(text, 14, 2, time.getMinute());
		put(text, 17, 2, time.getSecond());
		put(text, 20, 3, time.getNano() / 1_000_000);
		return new String(text);
	}

	private static void put(char[] text, int at, int digits, int number) {
		int rest = number;
		for (int index = at + digits - 1; index >= at; index--) {
			text[index] = (char) ('0' + rest % 10);
			rest /= 10;
		}
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
		if (text.length() < 17 || text.charAt(10) != 'T' || !startsWithDate(text)) {
			return null;
		}
		Instant usual = usual(text);
		Instant dateTime = (usual != null) ? usual : unusual(text);
		// others would have more digits in UTC, and could not be read again
		return (dateTime != null && !dateTime.isBefore(FIRST) && dateTime.isBefore(END)) ? dateTime : null;
	}

	/**
	 * Read a date with time in UTC, to which nearly all belong, without a parser: that
	 * would take longer than everything else that is done with a value.
	 */
	private static @Nullable Instant usual(String text) {
		int hour = number(text, 11, 13);
		int minute = number(text, 14, 16);
		int second = number(text, 17, 19);
		boolean isTime = text.length() > 19 && text.charAt(13) == ':' && text.charAt(16) == ':';
		if (!isTime || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
			return null;
		}
		int end = 19;
		int milliseconds = 0;
		if (text.charAt(19) == '.') {
			end = 23;
			milliseconds = number(text, 20, 23);
		}
		int year = number(text, 0, 4);
		int month = number(text, 5, 7);
		int day = number(text, 8, 10);
		// days that a month does not have are the parser's to judge
		if (milliseconds < 0 || !isUtc(text, end) || year < 1 || month < 1 || month > 12 || day < 1 || day > 28) {
			return null;
		}
		long days = LocalDate.of(year, month, day).toEpochDay();
		return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, milliseconds * 1_000_000L);
	}

	private static boolean isUtc(String text, int from) {
		String offset = text.substring(from);
		return offset.equals("Z") || offset.equals("+0000") || offset.equals("+00:00");
	}

	private static @Nullable Instant unusual(String text) {
		try {
			TemporalAccessor parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
			return (parsed instanceof OffsetDateTime dateTime) ? dateTime.toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	static @Nullable LocalDate date(String text) {
		if (text.length() != 10 || !startsWithDate(text)) {
			return null;
		}
		int year = number(text, 0, 4);
		int month = number(text, 5, 7);
		int day = number(text, 8, 10);
		boolean isDate = month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
		return isDate ? LocalDate.of(year, month, day) : null;
	}

	private static boolean startsWithDate(String text) {
		return text.charAt(4) == '-' && text.charAt(7) == '-' && number(text, 0, 4) >= 0 && number(text, 5, 7) >= 0
				&& number(text, 8, 10) >= 0;
	}

	/**
	 * Read digits.
	 * @return the number, or a negative one if there is something else, or nothing
	 */
	private static int number(String text, int from, int to) {
		if (text.length() < to) {
			return -1;
		}
		int number = 0;
		for (int index = from; index < to; index++) {
			int digit = text.charAt(index) - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
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

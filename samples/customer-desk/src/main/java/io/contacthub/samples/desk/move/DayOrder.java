package io.contacthub.samples.desk.move;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the days of a file begin with.
 */
enum DayOrder {

	/**
	 * The year, as in 1990-12-31.
	 */
	YEAR,

	/**
	 * The day, as in 31.12.1990 or 31/12/1990.
	 */
	DAY,

	/**
	 * The month, as in 12/31/1990.
	 */
	MONTH;

	static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");

	/**
	 * Return the order that a form names.
	 * @return the order, or empty where the file is to tell
	 */
	static Optional<DayOrder> of(String name) {
		return Stream.of(values()).filter((order) -> order.value().equals(name)).findFirst();
	}

	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return a day as the library reads it, and what is none as it is.
	 */
	String read(String text) {
		Matcher parts = WRITTEN.matcher(text);
		if (this == YEAR || !parts.matches()) {
			return text;
		}
		int first = Integer.parseInt(parts.group(1));
		int second = Integer.parseInt(parts.group(3));
		int year = Integer.parseInt(parts.group(4));
		try {
			return ((this == DAY) ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second)).toString();
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

}

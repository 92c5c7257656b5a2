package io.contacthub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is expected where a date or a date-time is sent, and how the types of Java that
 * stand for one become its text. It is one rule for typed members, maps, patches and
 * queries. For this library.
 */
public enum TemporalType {

	/**
	 * A date. That of a date-time is its own one, whatever its zone.
	 */
	DATE("a LocalDate, or a date-time whose date is meant") {

		@Override
		@Nullable String convert(Object value) {
			LocalDate date = DateTimes.toDate(value);
			return (date != null) ? DateTimes.format(date) : null;
		}

	},

	/**
	 * A date-time. A date is its beginning in UTC, and so is what a text without a zone
	 * says.
	 */
	DATE_TIME("an Instant, a date-time with its zone, or a LocalDate") {

		@Override
		@Nullable String convert(Object value) {
			Instant instant = DateTimes.toInstant(value);
			return (instant != null) ? DateTimes.format(instant) : null;
		}

	};

	private final String expected;

	TemporalType(String expected) {
		this.expected = expected;
	}

	/**
	 * Return the text that is sent for a value.
	 * @param name what the value is for, named when it is refused
	 * @param value a date or date-time of {@code java.time}, or a text in ISO 8601
	 * @return the text
	 * @throws IllegalArgumentException when the value is no date, says too little, or is
	 * in a year that does not have four digits
	 */
	public String text(String name, Object value) {
		Assert.isTrue(this != DATE || !(value instanceof Instant), () -> "value for '" + name + "' is the Instant '"
				+ value + "', which has no date without a zone: give a LocalDate, or instant.atZone(zone)");
		String text = named(name, () -> convert(value));
		Assert.isTrue(text != null, () -> "value for '" + name + "' is '" + value + "': give " + this.expected
				+ ", or such a text in ISO 8601");
		return text;
	}

	abstract @Nullable String convert(Object value);

	/**
	 * Have a refused value named.
	 */
	static <T extends @Nullable Object> T named(String name, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("value for '" + name + "' " + ex.getMessage(), ex);
		}
	}

}

package io.contacthub.json;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A text, number, boolean or date. Its plain values are those of JSON: text, number,
 * boolean.
 */
final class ScalarType implements MemberType {

	private static final String NO_TEXT = "is no value: give a text that is not blank";

	private static final String NO_BOOLEAN = "is neither true nor false";

	private static final String NO_INTEGER = "is no whole number that is small enough: write digits, such as 1250";

	private static final String NO_DECIMAL = "is no number: write digits and a point, such as 12.50";

	private static final String NO_DATE = "is no date: write year-month-day, such as 1980-02-03";

	private static final String NO_DATE_TIME = "is no date and time: write year-month-day, T, time and zone,"
			+ " such as 1980-02-03T10:15:00Z";

	private static final String NO_ZONE = "is no time zone: give its id, such as Europe/Rome";

	private static final Map<Type, ScalarType> TYPES = Map.of(String.class,
			new ScalarType(Object::toString, Function.identity(), NO_TEXT), Boolean.class,
			new ScalarType(ScalarType::readBoolean, Function.identity(), NO_BOOLEAN), Integer.class,
			new ScalarType(ScalarType::readInteger, Function.identity(), NO_INTEGER), Long.class,
			new ScalarType(ScalarType::readLong, Function.identity(), NO_INTEGER), BigDecimal.class,
			new ScalarType(ScalarType::readDecimal, Function.identity(), NO_DECIMAL), LocalDate.class,
			new ScalarType(
					ScalarType::readDate, (value) -> DateTimes.format((LocalDate) value), NO_DATE, TemporalType.DATE),
			Instant.class,
			new ScalarType(DateTimes::read, (value) -> DateTimes.format((Instant) value), NO_DATE_TIME,
					TemporalType.DATE_TIME),
			ZoneId.class, new ScalarType(ScalarType::readZone, (value) -> ((ZoneId) value).getId(), NO_ZONE));

	private final Function<Object, @Nullable Object> reader;

	private final Function<Object, Object> writer;

	private final String complaint;

	private final @Nullable TemporalType temporal;

	private ScalarType(Function<Object, @Nullable Object> reader, Function<Object, Object> writer, String complaint) {
		this(reader, writer, complaint, null);
	}

	private ScalarType(Function<Object, @Nullable Object> reader, Function<Object, Object> writer, String complaint,
			@Nullable TemporalType temporal) {
		this.reader = reader;
		this.writer = writer;
		this.complaint = complaint;
		this.temporal = temporal;
	}

	static ScalarType of(Type type) {
		ScalarType scalar = TYPES.get(type);
		if (scalar != null) {
			return scalar;
		}
		if (type instanceof Class<?> raw && OpenValue.class.isAssignableFrom(raw)) {
			Function<String, @Nullable Object> constructor = RecordShape.constructor(raw);
			return new ScalarType((plain) -> (plain instanceof String text) ? constructor.apply(text) : null,
					(value) -> ((OpenValue) value).value(), NO_TEXT);
		}
		throw new IllegalArgumentException("No JSON form for " + type);
	}

	@Override
	public boolean isAbsent(Object value) {
		return false;
	}

	@Override
	public void write(Object value, JsonGenerator generator) {
		PlainJson.write(value, generator);
	}

	/**
	 * Return what is expected of a date, or {@code null} when this is no date.
	 */
	@Nullable TemporalType temporal() {
		return this.temporal;
	}

	/**
	 * Return what is wrong with a value that is not of this type.
	 * @return the end of a sentence that begins with the value
	 */
	String complaint() {
		return this.complaint;
	}

	/**
	 * Return whether each text is a value of this type.
	 */
	boolean isText() {
		return this == TYPES.get(String.class);
	}

	/**
	 * Return whether a value is a date of this type already.
	 */
	boolean isOne(Object value) {
		return (this.temporal == TemporalType.DATE && value instanceof LocalDate)
				|| (this.temporal == TemporalType.DATE_TIME && value instanceof Instant);
	}

	/**
	 * Return whether a typed value has a plain one: not so the ends of Java's calendar.
	 */
	boolean isWritable(Object value) {
		return this.temporal == null || DateTimes.isWritable(value);
	}

	/**
	 * Read a plain value.
	 * @param plain a plain value, also a list or a map
	 * @return the typed value, or {@code null} when the plain value is not of this type
	 */
	@Override
	public @Nullable Object read(@Nullable Object plain) {
		// most are texts, and that one is no map takes longer to find out
		boolean scalar = plain instanceof String || !(plain instanceof Map || plain instanceof Iterable);
		return (plain != null && scalar) ? this.reader.apply(plain) : null;
	}

	/**
	 * Give the plain value of a typed one.
	 * @param value a value of this type
	 * @return the plain value
	 */
	Object write(Object value) {
		return this.writer.apply(value);
	}

	/**
	 * Return whether a typed value says all that the plain one said, so that the plain
	 * one need not be kept.
	 * @param plain the plain value
	 * @param value what was read from it
	 * @return whether nothing is lost
	 */
	boolean complete(Object plain, Object value) {
		if (value == plain) {
			return true;
		}
		if (value instanceof Instant instant) {
			return plain instanceof String text && DateTimes.hasOffset(text) && instant.getNano() % 1_000_000 == 0;
		}
		if ((value instanceof BigDecimal || value instanceof Long) && plain instanceof Number) {
			return value.toString().equals(plain.toString());
		}
		if (value instanceof LocalDate) {
			return plain instanceof String text && text.length() == DateTimes.DATE_LENGTH;
		}
		return write(value).equals(plain);
	}

	private static @Nullable Object readBoolean(Object plain) {
		return switch (plain.toString()) {
			case "true" -> true;
			case "false" -> false;
			default -> null;
		};
	}

	private static @Nullable Object readInteger(Object plain) {
		if (plain instanceof Integer) {
			return plain;
		}
		try {
			BigDecimal decimal = readDecimal(plain);
			return (decimal != null) ? decimal.intValueExact() : null;
		}
		catch (ArithmeticException ex) {
			return null;
		}
	}

	private static @Nullable Object readLong(Object plain) {
		if (plain instanceof Long) {
			return plain;
		}
		if (plain instanceof Integer integer) {
			return integer.longValue();
		}
		try {
			BigDecimal decimal = readDecimal(plain);
			return (decimal != null) ? decimal.longValueExact() : null;
		}
		catch (ArithmeticException ex) {
			return null;
		}
	}

	private static @Nullable BigDecimal readDecimal(Object plain) {
		if (plain instanceof BigDecimal decimal) {
			return decimal;
		}
		if (plain instanceof BigInteger integer) {
			return new BigDecimal(integer);
		}
		if (plain instanceof Number number) {
			return BigDecimal.valueOf(number.longValue());
		}
		try {
			return (plain instanceof String text && text.length() <= 100) ? new BigDecimal(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Object readDate(Object plain) {
		return (plain instanceof String text) ? DateTimes.parseDate(text) : null;
	}

	private static @Nullable Object readZone(Object plain) {
		try {
			return (plain instanceof String text) ? ZoneId.of(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}

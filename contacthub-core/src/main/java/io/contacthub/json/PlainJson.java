package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.util.Assert;

/**
 * JSON as plain values of Java: texts, numbers of their own type and precision, booleans,
 * nulls, lists and maps in the order of the document.
 */
final class PlainJson {

	private PlainJson() {
	}

	/**
	 * Read the value at the parser's present token, whatever the mapper's settings for
	 * numbers.
	 */
	static @Nullable Object read(JsonParser parser) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NULL -> null;
			case START_ARRAY -> {
				List<@Nullable Object> list = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					list.add(read(parser));
				}
				yield Collections.unmodifiableList(list);
			}
			case START_OBJECT -> readMembers(parser);
			default -> throw new IllegalStateException("No value at " + parser.currentToken());
		};
	}

	/**
	 * Read the members of an object, of which the parser has told the beginning, the
	 * first name after the name of its type, or the end already.
	 */
	static JsonObject readMembers(JsonParser parser) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (String name = firstName(parser); name != null; name = parser.nextName()) {
			parser.nextToken();
			map.put(name, read(parser));
		}
		return JsonObject.owning(map);
	}

	static @Nullable String firstName(JsonParser parser) {
		return switch (parser.currentToken()) {
			case PROPERTY_NAME -> parser.currentName();
			case END_OBJECT -> null;
			default -> parser.nextName();
		};
	}

	/**
	 * Write a value and all that it holds. Scalars are written by the generator and not
	 * by the mapper, which may name the types of some. They come first: that a text is no
	 * object is what costs most to find out.
	 */
	static void write(@Nullable Object value, JsonGenerator generator) {
		if (value instanceof String text) {
			generator.writeString(text);
		}
		else if (value instanceof Boolean truth) {
			generator.writeBoolean(truth);
		}
		else if (value instanceof Number number) {
			writeNumber(number, generator);
		}
		else if (value instanceof List<?> list) {
			generator.writeStartArray(value, list.size());
			writeContent(value, generator);
			generator.writeEndArray();
		}
		else if (value instanceof ApiObject || value instanceof Map<?, ?>) {
			generator.writeStartObject(value);
			writeContent(value, generator);
			generator.writeEndObject();
		}
		else {
			generator.writePOJO(value);
		}
	}

	/**
	 * Write what is within an object or a list, or a scalar.
	 */
	static void writeContent(Object value, JsonGenerator generator) {
		if (value instanceof ApiObject object) {
			RecordShape.of(object.getClass()).write(object, generator);
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((name, member) -> {
				generator.writeName((String) name);
				write(member, generator);
			});
		}
		else if (value instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				write(list.get(i), generator);
			}
		}
		else {
			write(value, generator);
		}
	}

	private static void writeNumber(Number number, JsonGenerator generator) {
		if (number instanceof Integer integer) {
			generator.writeNumber(integer.intValue());
		}
		else if (number instanceof BigDecimal decimal) {
			generator.writeNumber(decimal);
		}
		else if (number instanceof Long integer) {
			generator.writeNumber(integer.longValue());
		}
		else if (number instanceof Double decimal) {
			generator.writeNumber(decimal.doubleValue());
		}
		else if (number instanceof BigInteger integer) {
			generator.writeNumber(integer);
		}
		else if (number instanceof Float decimal) {
			generator.writeNumber(decimal.floatValue());
		}
		else {
			generator.writeNumber(number.shortValue());
		}
	}

	/**
	 * Return a deep copy whose values are plain and unmodifiable.
	 */
	static JsonObject freeze(Map<?, ? extends @Nullable Object> map) {
		return freeze(map, null, new ArrayDeque<>());
	}

	/**
	 * Return a deep copy whose values are plain and unmodifiable, dates in the form of
	 * their member.
	 */
	static JsonObject freeze(Map<?, ? extends @Nullable Object> map, RecordShape shape) {
		return freeze(map, shape, new ArrayDeque<>());
	}

	private static JsonObject freeze(Map<?, ? extends @Nullable Object> map, @Nullable RecordShape shape,
			Deque<String> path) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		Map<String, Object> given = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			Assert.notNull(key, "the name of a member is null: give a text");
			String name = key.toString();
			UnicodeChecks.check("the name of a member", name);
			RecordShape.Member member = (shape != null) ? shape.member(name) : null;
			Object unwrapped = JavaValues.unwrapped(value);
			Object frozen = freezeMember(name, unwrapped, (member != null) ? member.type() : null, path);
			copy.put(name, frozen);
			if (shape == null && unwrapped instanceof Temporal) {
				given.put(name, unwrapped);
			}
			else if (shape == null && frozen != null && isDated(frozen)) {
				given.put(name, frozen);
			}
		});
		return JsonObject.owning(copy, given.isEmpty() ? Map.of() : given);
	}

	/**
	 * Return whether a frozen value holds something that was given as a date.
	 */
	private static boolean isDated(Object frozen) {
		return (frozen instanceof JsonObject properties && properties.isDated())
				|| (frozen instanceof List<?> list && list.stream().anyMatch((item) -> item != null && isDated(item)));
	}

	private static @Nullable Object freezeMember(String name, @Nullable Object value, @Nullable MemberType type,
			Deque<String> path) {
		if (value == null || value instanceof Boolean
				|| (value instanceof JsonObject properties && (type == null || !properties.isDated()))
				|| (value instanceof String text && UnicodeChecks.isWellFormed(text)) || value instanceof Integer
				|| value instanceof Long) {
			return value;
		}
		path.addLast(name);
		Assert.isTrue(path.size() < ContactHubJson.DEPTH, () -> "'" + path.peekFirst() + "' is nested more than "
				+ ContactHubJson.DEPTH + " levels deep: give less, and no map that holds itself");
		Object frozen = freezeValue(value, type, path);
		path.removeLast();
		return frozen;
	}

	private static Object freezeValue(Object value, @Nullable MemberType type, Deque<String> path) {
		if (value instanceof ApiObject object) {
			return freeze(object.toMap(), null, path);
		}
		if (value instanceof JsonObjectValue object) {
			return object.toJsonObject();
		}
		if (value instanceof Map<?, ?> map) {
			RecordShape shape = (type instanceof MemberType.ObjectType object) ? object.shape() : null;
			return freeze((map instanceof JsonObject properties) ? properties.given() : map, shape, path);
		}
		if (value instanceof Iterable<?> elements && !(value instanceof Path) && !JavaValues.isForeignNode(value)) {
			MemberType item = (type instanceof MemberType.ListType list) ? list.item() : null;
			List<@Nullable Object> copy = new ArrayList<>();
			elements.forEach((element) -> copy
				.add(freezeMember("[" + copy.size() + "]", JavaValues.unwrapped(element), item, path)));
			return Collections.unmodifiableList(copy);
		}
		List<?> array = JavaValues.elements(value);
		if (array != null) {
			return freezeValue(array, type, path);
		}
		return freezeScalar(String.join(".", path).replace(".[", "["), value, type);
	}

	private static Object freezeScalar(String name, Object value, @Nullable MemberType type) {
		if (value instanceof Number number) {
			return freezeNumber(name, number);
		}
		TemporalType temporal = temporal(value, type);
		if (temporal != null) {
			return temporal.text(name, value);
		}
		Assert.isTrue(!(value instanceof LocalDateTime), () -> "'" + name + "' is the LocalDateTime '" + value
				+ "', which has no zone: give dateTime.atZone(zone), or dateTime.toString() where its text is meant");
		Object plain = JavaValues.scalar(value);
		Assert.isTrue(plain != null,
				() -> "'" + name + "' is a " + value.getClass().getName()
						+ ", which has no JSON form here: give a text, a number, a boolean, a date, a list or a map,"
						+ " or JsonObject.from(value) for a record or a bean of the application");
		if (plain instanceof String text) {
			UnicodeChecks.check(name, text);
		}
		return plain;
	}

	/**
	 * Return in which form a date is sent: in that of its member, else in its own.
	 */
	private static @Nullable TemporalType temporal(Object value, @Nullable MemberType type) {
		boolean dateTime = value instanceof Instant || value instanceof OffsetDateTime
				|| value instanceof ZonedDateTime;
		boolean date = value instanceof LocalDate;
		if (type instanceof ScalarType scalar && scalar.temporal() != null && value instanceof Temporal) {
			return scalar.temporal();
		}
		if (dateTime) {
			return TemporalType.DATE_TIME;
		}
		return date ? TemporalType.DATE : null;
	}

	/**
	 * Copy a number that can change, and refuse what is no number in JSON.
	 */
	static Number freezeNumber(String name, Number number) {
		Class<?> type = number.getClass();
		if (type == BigDecimal.class || type == BigInteger.class || type == Short.class || type == Byte.class) {
			return number;
		}
		if (type == AtomicInteger.class || type == AtomicLong.class || type == LongAdder.class
				|| type == LongAccumulator.class) {
			return number.longValue();
		}
		boolean copied = type == DoubleAdder.class || type == DoubleAccumulator.class;
		if (copied || type == Double.class || type == Float.class) {
			Assert.isTrue(Double.isFinite(number.doubleValue()), () -> "'" + name + "' is " + number
					+ ", which is no number in JSON: give a finite one, or leave it out");
			return copied ? (Number) number.doubleValue() : number;
		}
		try {
			return new BigDecimal(number.toString());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(
					"'" + name + "' is a " + type.getName() + ", which is no decimal number: give a BigDecimal", ex);
		}
	}

	/**
	 * Return whether the numbers of a plain value are as a parser gives them, which takes
	 * decimals to the last digit.
	 */
	static boolean isExact(@Nullable Object plain) {
		if (plain instanceof String) {
			return true;
		}
		if (plain instanceof JsonObject properties) {
			return areExact(properties.members().values());
		}
		return (plain instanceof List<?> list) ? areExact(list) : !(plain instanceof Double || plain instanceof Float);
	}

	private static boolean areExact(Iterable<?> plain) {
		for (Object value : plain) {
			if (!isExact(value)) {
				return false;
			}
		}
		return true;
	}

	static @Nullable Object comparable(@Nullable Object plain) {
		if (plain instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> copy = new HashMap<>();
			map.forEach((name, member) -> copy.put(name, comparable(member)));
			return copy;
		}
		if (plain instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>();
			list.forEach((element) -> copy.add(comparable(element)));
			return copy;
		}
		return (plain instanceof Number number) ? new BigDecimal(number.toString()) : plain;
	}

	/**
	 * Return a modifiable deep copy.
	 */
	static Map<String, @Nullable Object> thaw(ApiObject object) {
		return thawMap(RecordShape.of(object.getClass()).members(object));
	}

	static Map<String, @Nullable Object> thawMap(Map<?, ?> map) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, member) -> copy.put((String) name, thawValue(member)));
		return copy;
	}

	static @Nullable Object thawValue(@Nullable Object value) {
		if (value instanceof ApiObject object) {
			return thaw(object);
		}
		if (value instanceof JsonObjectValue object) {
			return thawMap(object.toJsonObject());
		}
		if (value instanceof Map<?, ?> map) {
			return thawMap(map);
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> copy = new ArrayList<>();
			list.forEach((element) -> copy.add(thawValue(element)));
			return copy;
		}
		return value;
	}

}

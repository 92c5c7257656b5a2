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

import org.springframework.util.Assert;

/**
 * Deep copies of values: unmodifiable ones of what applications give, in which all is
 * plain and can be sent, and modifiable ones of what was read.
 */
final class PlainCopies {

	private PlainCopies() {
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

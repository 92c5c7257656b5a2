package io.contacthub.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.util.Assert;

/**
 * JSON as plain values of Java: texts, numbers of their own type and precision, booleans,
 * nulls, lists and maps in the order of the document.
 */
final class Plain {

	private Plain() {
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
			case START_OBJECT -> {
				Map<String, @Nullable Object> map = new LinkedHashMap<>();
				for (String name = parser.nextName(); name != null; name = parser.nextName()) {
					parser.nextToken();
					map.put(name, read(parser));
				}
				yield Properties.owning(map);
			}
			default -> throw new IllegalStateException("No value at " + parser.currentToken());
		};
	}

	/**
	 * Write a value and all that it holds.
	 */
	static void write(@Nullable Object value, JsonGenerator generator) {
		if (value instanceof ApiObject object) {
			write(Shape.of(object.getClass()).members(object), generator);
		}
		else if (value instanceof Map<?, ?> map) {
			generator.writeStartObject(value);
			map.forEach((name, member) -> {
				generator.writeName((String) name);
				write(member, generator);
			});
			generator.writeEndObject();
		}
		else if (value instanceof List<?> list) {
			generator.writeStartArray(value, list.size());
			list.forEach((element) -> write(element, generator));
			generator.writeEndArray();
		}
		else {
			generator.writePOJO(value);
		}
	}

	/**
	 * A deep copy whose values are plain and unmodifiable.
	 */
	static Map<String, @Nullable Object> freeze(Map<?, ? extends @Nullable Object> map) {
		return freeze(map, new ArrayDeque<>());
	}

	private static Map<String, @Nullable Object> freeze(Map<?, ? extends @Nullable Object> map, Deque<String> path) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(String.valueOf(name), freezeMember(String.valueOf(name), value, path)));
		return copy;
	}

	private static @Nullable Object freezeMember(String name, @Nullable Object value, Deque<String> path) {
		if (value == null || value instanceof Properties || value instanceof String || value instanceof Number
				|| value instanceof Boolean) {
			return value;
		}
		path.addLast(name);
		Assert.isTrue(path.size() < ContactHubJson.DEPTH, () -> "'" + path.peekFirst() + "' is nested more than "
				+ ContactHubJson.DEPTH + " levels deep: give less, and no map that holds itself");
		Object frozen = freezeValue(value, path);
		path.removeLast();
		return frozen;
	}

	private static Object freezeValue(Object value, Deque<String> path) {
		if (value instanceof ApiObject object) {
			return Properties.owning(freeze(object.toMap(), path));
		}
		if (value instanceof Map<?, ?> map) {
			return Properties.owning(freeze(map, path));
		}
		if (value instanceof Iterable<?> elements) {
			List<@Nullable Object> copy = new ArrayList<>();
			elements.forEach((element) -> copy.add(freezeMember("[" + copy.size() + "]", element, path)));
			return Collections.unmodifiableList(copy);
		}
		if (value instanceof Object[] elements) {
			return freezeValue(Arrays.asList(elements), path);
		}
		return freezeScalar(String.join(".", path).replace(".[", "["), value);
	}

	private static Object freezeScalar(String name, Object value) {
		if (value instanceof Instant instant) {
			return DateTimes.format(instant);
		}
		if (value instanceof OffsetDateTime dateTime) {
			return DateTimes.format(dateTime.toInstant());
		}
		if (value instanceof ZonedDateTime dateTime) {
			return DateTimes.format(dateTime.toInstant());
		}
		if (value instanceof LocalDate || value instanceof Enum<?> || value instanceof Character) {
			return value.toString();
		}
		if (value instanceof OpenValue open) {
			return open.value();
		}
		throw new IllegalArgumentException("'" + name + "' is a " + value.getClass().getName()
				+ ", which has no JSON form here: give a text, a number, a boolean, a date, a list or a map");
	}

	/**
	 * A modifiable deep copy.
	 */
	static Map<String, @Nullable Object> thaw(ApiObject object) {
		return thawMap(Shape.of(object.getClass()).members(object));
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

package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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

}

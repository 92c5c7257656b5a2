package io.contacthub.json;

import java.io.File;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands for a value of JSON among the types of Java.
 */
final class JavaValues {

	private static final String OWN = "io.contacthub.";

	private static final String JACKSON_2 = "com.fasterxml.jackson.databind.";

	private JavaValues() {
	}

	/**
	 * Return what is within an optional value, a reference or a node, and a date of the
	 * old types as one of {@code java.time}; any other value as it is.
	 */
	static @Nullable Object unwrapped(@Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean
				|| value instanceof Map || value instanceof List) {
			return value;
		}
		Object unwrapped = value;
		for (int depth = 0; depth < ContactHubJson.DEPTH && isWrapper(unwrapped); depth++) {
			unwrapped = unwrap(unwrapped);
		}
		return unwrapped;
	}

	private static boolean isWrapper(@Nullable Object value) {
		return value instanceof Optional || value instanceof AtomicReference || value instanceof Date
				|| value instanceof Calendar || value instanceof JsonNode || value instanceof OptionalInt
				|| value instanceof OptionalLong || value instanceof OptionalDouble;
	}

	private static @Nullable Object unwrap(@Nullable Object value) {
		if (value instanceof Optional<?> optional) {
			return optional.orElse(null);
		}
		if (value instanceof OptionalInt optional) {
			return optional.isPresent() ? optional.getAsInt() : null;
		}
		if (value instanceof OptionalLong optional) {
			return optional.isPresent() ? optional.getAsLong() : null;
		}
		if (value instanceof OptionalDouble optional) {
			return optional.isPresent() ? optional.getAsDouble() : null;
		}
		if (value instanceof AtomicReference<?> reference) {
			return reference.get();
		}
		if (value instanceof JsonNode node) {
			return ContactHubJson.mapper().convertValue(node, Object.class);
		}
		if (value instanceof GregorianCalendar calendar) {
			return calendar.toZonedDateTime();
		}
		if (value instanceof Calendar calendar) {
			return calendar.toInstant().atZone(calendar.getTimeZone().toZoneId());
		}
		return (value instanceof Date date) ? modern(date) : value;
	}

	/**
	 * Return a date of {@code java.time}. The types of {@code java.sql} are asked for
	 * only where one of them may be there, since its module need not be.
	 */
	private static Object modern(Date date) {
		if (date.getClass() == Date.class) {
			return date.toInstant();
		}
		if (date instanceof java.sql.Date day) {
			return day.toLocalDate();
		}
		return (date instanceof java.sql.Time time) ? time.toLocalTime() : date.toInstant();
	}

	/**
	 * Return the elements of an array, but of one of bytes or characters, which is a
	 * text.
	 * @return a view, or {@code null} when the value is no such array
	 */
	static @Nullable List<?> elements(Object value) {
		if (!value.getClass().isArray() || value instanceof byte[] || value instanceof char[]) {
			return null;
		}
		return new AbstractList<@Nullable Object>() {

			@Override
			public @Nullable Object get(int index) {
				return Array.get(value, index);
			}

			@Override
			public int size() {
				return Array.getLength(value);
			}

		};
	}

	/**
	 * Return whether a value is a node of Jackson 2, whose elements are not all of it.
	 */
	static boolean isForeignNode(Object value) {
		return value.getClass().getName().startsWith(JACKSON_2);
	}

	/**
	 * Return the text, number or boolean as which Jackson writes a value of a type of
	 * Java, or of this library.
	 * @return the plain value, or {@code null} when it writes something else, or when the
	 * type is one of the application; for a path too, of which Jackson's text depends on
	 * the folder that the application was started in
	 */
	static @Nullable Object scalar(Object value) {
		if (value instanceof CharSequence) {
			return value.toString();
		}
		if (value instanceof OpenValue open) {
			return open.value();
		}
		if (value instanceof Locale locale) {
			return locale.toLanguageTag().replace('-', '_');
		}
		if (value instanceof Path || value instanceof File || isWrapper(value)) {
			return null;
		}
		if (!(value instanceof Enum<?>) && !isOfJava(value.getClass()) && !value.getClass().getName().startsWith(OWN)) {
			return null;
		}
		Object written = written(value);
		if (value instanceof Enum<?> && !(written instanceof String)) {
			return value.toString();
		}
		return (written instanceof String || written instanceof Number || written instanceof Boolean) ? written : null;
	}

	private static boolean isOfJava(Class<?> type) {
		String module = type.getModule().getName();
		return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
	}

	private static @Nullable Object written(Object value) {
		try {
			String json = Scalars.MAPPER.writeValueAsString(value);
			return Scalars.MAPPER.readValue(json, Object.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Serializers that write what is no bean.
	 */
	private static final class Scalars {

		static final JsonMapper MAPPER = ContactHubJson.mapper()
			.rebuild()
			.changeDefaultVisibility(
					(visibility) -> visibility.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE))
			.enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
			.build();

	}

}

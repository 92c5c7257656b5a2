package io.contacthub.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Members as the compact constructors of {@link ApiObject} records need them: absent
 * members are kept apart from empty ones without being null. For this library.
 */
public final class Members {

	static final List<?> ABSENT_LIST = Collections.unmodifiableList(new ArrayList<>(0));

	private Members() {
	}

	/**
	 * Return a list member.
	 * @param <T> the type of the elements
	 * @param list the elements, or {@code null} when the member is absent
	 * @return an unmodifiable list, empty when absent
	 */
	@SuppressWarnings("unchecked")
	public static <T> List<T> list(@Nullable List<T> list) {
		if (list == null || list == ABSENT_LIST) {
			return (List<T>) ABSENT_LIST;
		}
		return List.copyOf(list);
	}

	/**
	 * Return an object member.
	 * @param <T> the type of the object
	 * @param object the object, or {@code null} when the member is absent
	 * @param type the type of the object
	 * @return the object, or one without any member when absent
	 */
	public static <T extends Record & ApiObject> T object(@Nullable T object, Class<T> type) {
		return (object != null) ? object : type.cast(RecordShape.of(type).absent());
	}

	/**
	 * Return a member without a known structure.
	 * @param properties the properties, or {@code null} when the member is absent
	 * @return the properties, empty when absent
	 */
	public static JsonObject properties(@Nullable JsonObject properties) {
		return (properties != null) ? properties : JsonObject.ABSENT;
	}

	/**
	 * Return the members beside the known ones.
	 * @param unknown the members, or {@code null} for none
	 * @return the members, unmodifiable
	 */
	public static JsonObject unknown(@Nullable JsonObject unknown) {
		return (unknown != null) ? unknown : JsonObject.of();
	}

	/**
	 * Return a date member.
	 * @param name the name of the member
	 * @param value a {@code LocalDate} or a date-time, or {@code null} when it is absent
	 * @return the date
	 * @throws IllegalArgumentException when the value has no date of its own
	 */
	public static @Nullable LocalDate date(String name, @Nullable Temporal value) {
		return (value == null || value instanceof LocalDate) ? (LocalDate) value
				: DateTimes.parseDate(TemporalType.DATE.text(name, value));
	}

	/**
	 * Return a date-time member.
	 * @param name the name of the member
	 * @param value an {@code Instant}, a date-time or a {@code LocalDate}, or
	 * {@code null} when it is absent
	 * @return the point in time
	 * @throws IllegalArgumentException when the value is none
	 */
	public static @Nullable Instant instant(String name, @Nullable Temporal value) {
		if (value == null || value instanceof Instant) {
			return (Instant) value;
		}
		TemporalType.DATE_TIME.text(name, value);
		return DateTimes.toInstant(value);
	}

	/**
	 * Return a number member.
	 * @param name the name of the member
	 * @param value any number, or {@code null} when it is absent
	 * @return the number with all its digits
	 * @throws IllegalArgumentException when the value is no finite number
	 */
	public static @Nullable BigDecimal decimal(String name, @Nullable Number value) {
		if (value == null || value.getClass() == BigDecimal.class) {
			return (BigDecimal) value;
		}
		return new BigDecimal(PlainCopies.freezeNumber(name, value).toString());
	}

	/**
	 * Return whether a field is within the elements of a list.
	 * @param type the type of the object that the names begin at
	 * @param names the names of the objects around the field and its own
	 * @return whether one of the objects around it is an element of a list
	 */
	public static boolean isWithinList(Class<? extends ApiObject> type, List<String> names) {
		return MemberPath.of(type, names).kind() == MemberPath.Kind.ELEMENT;
	}

	/**
	 * Read an object from a map, losing nothing.
	 * @param <T> the type of the object
	 * @param map the members, nested as in the document
	 * @param type the type of the object
	 * @return the object
	 */
	public static <T extends ApiObject> T read(Map<String, ? extends @Nullable Object> map, Class<T> type) {
		JsonObject plain = plain(map, type);
		return PlainJson.isExact(plain) ? type.cast(RecordValues.bind(plain, RecordShape.of(type)))
				: ContactHubJson.convert(plain, type);
	}

	/**
	 * Read an object from a document, as it would be read from an answer.
	 * @param <T> the type of the object
	 * @param document the document, whose values are plain already
	 * @param type the type of the object
	 * @return the object
	 */
	public static <T extends ApiObject> T readDocument(Map<String, @Nullable Object> document, Class<T> type) {
		return ContactHubJson.convert(JsonObject.owning(document), type);
	}

	/**
	 * Return the members of an object from a map, as they are sent: what is given as a
	 * type of Java becomes what the member is of that name.
	 * @param map the members, nested as in the document; changes to it later have no
	 * effect
	 * @param type the type of the object
	 * @return the members, those that are null included
	 * @throws IllegalArgumentException when a value cannot be sent, or when a date is
	 * given as something that has none
	 */
	public static JsonObject plain(Map<String, ? extends @Nullable Object> map, Class<? extends ApiObject> type) {
		Assert.notNull(map, "map is null: give names and values, or an empty map");
		if (map instanceof JsonObject properties) {
			return properties.isDated() ? PlainCopies.freeze(properties.given(), RecordShape.of(type)) : properties;
		}
		return PlainCopies.freeze(map, RecordShape.of(type));
	}

	/**
	 * Return the form in which Java serializes an object: by its members, so that
	 * versions of this library that know more or fewer of them read it.
	 * @param object the object
	 * @return what is written in its place
	 */
	public static Object serialized(ApiObject object) {
		return new SerializedObject(object);
	}

	/**
	 * Return a value in a form in which it equals another one that is written alike: the
	 * types that numbers have in Java make no difference.
	 * @param plain a plain value
	 * @return a value for comparison only
	 */
	public static @Nullable Object comparable(@Nullable Object plain) {
		return PlainJson.comparable(plain);
	}

	/**
	 * Return what is within an optional value or a reference, and a date of the old types
	 * of Java as one of {@code java.time}.
	 * @param value any value
	 * @return the value within, or the value itself
	 */
	public static @Nullable Object unwrapped(@Nullable Object value) {
		return JavaValues.unwrapped(value);
	}

	/**
	 * Return a text for {@link Object#toString()} that gives nothing personal away.
	 * @param object the object
	 * @return its type, its id where it has one, and how many members are present
	 */
	public static String describe(ApiObject object) {
		Map<String, @Nullable Object> members = RecordShape.of(object.getClass()).members(object);
		Object id = members.get("id");
		return object.getClass().getSimpleName() + "[" + ((id != null) ? "id=" + id + ", " : "") + members.size()
				+ ((members.size() == 1) ? " member]" : " members]");
	}

}

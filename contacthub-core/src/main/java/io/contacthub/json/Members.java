package io.contacthub.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the compact constructors of {@link ApiObject} records need: absent members are
 * kept apart from empty ones without being null.
 */
public final class Members {

	private static final List<?> ABSENT_LIST = Collections.unmodifiableList(new ArrayList<>(0));

	private Members() {
	}

	/**
	 * A list member.
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
	 * An object member.
	 * @param <T> the type of the object
	 * @param object the object, or {@code null} when the member is absent
	 * @param type the type of the object
	 * @return the object, or one without any member when absent
	 */
	public static <T extends Record & ApiObject> T object(@Nullable T object, Class<T> type) {
		return (object != null) ? object : type.cast(Shape.of(type).absent());
	}

	/**
	 * A member without a known structure.
	 * @param properties the properties, or {@code null} when the member is absent
	 * @return the properties, empty when absent
	 */
	public static Properties properties(@Nullable Properties properties) {
		return (properties != null) ? properties : Properties.ABSENT;
	}

	/**
	 * The members beside the known ones.
	 * @param unknown the members, or {@code null} for none
	 * @return the members, unmodifiable
	 */
	public static Properties unknown(@Nullable Properties unknown) {
		return (unknown != null) ? unknown : Properties.of();
	}

	/**
	 * Read an object from a map, losing nothing.
	 * @param <T> the type of the object
	 * @param map the members, nested as in the document
	 * @param type the type of the object
	 * @return the object
	 */
	public static <T extends ApiObject> T read(Map<String, ? extends @Nullable Object> map, Class<T> type) {
		return ContactHubJson.convert(Properties.copyOf(map), type);
	}

	/**
	 * A text for {@link Object#toString()} that gives nothing personal away.
	 * @param object the object
	 * @return its type, its id where it has one, and how many members are present
	 */
	public static String describe(ApiObject object) {
		Map<String, @Nullable Object> members = Shape.of(object.getClass()).members(object);
		Object id = members.get("id");
		return object.getClass().getSimpleName() + "[" + ((id != null) ? "id=" + id + ", " : "") + members.size()
				+ ((members.size() == 1) ? " member]" : " members]");
	}

	static boolean absent(Object value) {
		return value == ABSENT_LIST || value == Properties.ABSENT
				|| (value instanceof ApiObject object && object == Shape.of(object.getClass()).absent());
	}

}

package io.contacthub.json;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * JSON merge patches (RFC 7396) between plain maps. What ContactHub adds or writes in
 * another form than it was sent is no change, see {@link StoredValues}. For this library.
 */
public final class MergePatch {

	private MergePatch() {
	}

	/**
	 * Return the least patch between two documents.
	 * @param before the document before, as ContactHub has it
	 * @param after the document after
	 * @param type the type of the object that they describe
	 * @return a modifiable patch, empty when the documents are equal; numbers of the same
	 * value are equal
	 */
	public static Map<String, @Nullable Object> between(Map<?, ?> before, Map<?, ?> after,
			Class<? extends ApiObject> type) {
		return between(before, after, new MemberType.ObjectType(type));
	}

	private static Map<String, @Nullable Object> between(Map<?, ?> before, Map<?, ?> after, @Nullable MemberType type) {
		Map<String, @Nullable Object> patch = new LinkedHashMap<>();
		before.forEach((name, value) -> {
			if (value != null && after.get(name) == null) {
				patch.put((String) name, null);
			}
		});
		after.forEach((name, value) -> {
			Object previous = before.get(name);
			MemberType member = (type != null) ? type.member((String) name) : null;
			if (value instanceof Map<?, ?> object && previous instanceof Map<?, ?> previousObject) {
				Map<String, @Nullable Object> changes = between(previousObject, object, member);
				if (!changes.isEmpty()) {
					patch.put((String) name, changes);
				}
			}
			else if (value != null && !StoredValues.same(previous, value, member)) {
				patch.put((String) name, value);
			}
		});
		return patch;
	}

	/**
	 * Return what a patch changes in a document.
	 * @param document the document, as ContactHub has it
	 * @param patch the patch
	 * @param type the type of the object that it describes
	 * @return a modifiable patch without all that is so already, empty when all is
	 */
	public static Map<String, @Nullable Object> remaining(Map<?, ?> document, Map<?, ?> patch,
			Class<? extends ApiObject> type) {
		return remaining(document, patch, new MemberType.ObjectType(type));
	}

	private static Map<String, @Nullable Object> remaining(Map<?, ?> document, Map<?, ?> patch,
			@Nullable MemberType type) {
		Map<String, @Nullable Object> remaining = new LinkedHashMap<>();
		patch.forEach((name, value) -> {
			Object present = document.get(name);
			MemberType member = (type != null) ? type.member((String) name) : null;
			if (value instanceof Map<?, ?> changes && (present == null || present instanceof Map)) {
				Map<?, ?> object = (present instanceof Map<?, ?> map) ? map : Map.of();
				Map<String, @Nullable Object> rest = remaining(object, changes, member);
				// an object without members says nothing, unless it is a property's value
				if (!rest.isEmpty() || (present == null && changes.isEmpty() && member == null)) {
					remaining.put((String) name, rest);
				}
			}
			else if (!StoredValues.same(present, value, member)
					&& !(StoredValues.isEmpty(present, member) && StoredValues.isEmpty(value, member))) {
				remaining.put((String) name, value);
			}
		});
		return remaining;
	}

	/**
	 * Apply a patch.
	 * @param document the document before
	 * @param patch the patch
	 * @return the document after, a copy
	 */
	public static Map<String, @Nullable Object> apply(Map<?, ?> document, Map<?, ?> patch) {
		Map<String, @Nullable Object> result = PlainCopies.thawMap(document);
		patch.forEach((name, value) -> {
			if (value == null) {
				result.remove(name);
			}
			else if (value instanceof Map<?, ?> changes) {
				Object present = result.get(name);
				result.put((String) name, apply((present instanceof Map<?, ?> object) ? object : Map.of(), changes));
			}
			else {
				result.put((String) name, PlainCopies.thawValue(value));
			}
		});
		return result;
	}

}

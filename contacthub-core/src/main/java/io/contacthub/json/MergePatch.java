package io.contacthub.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * JSON merge patches (RFC 7396) between plain maps. For this library.
 */
public final class MergePatch {

	private MergePatch() {
	}

	/**
	 * Return the least patch between two documents.
	 * @param before the document before
	 * @param after the document after
	 * @return a modifiable patch, empty when the documents are equal; numbers of the same
	 * value are equal
	 */
	public static Map<String, @Nullable Object> between(Map<?, ?> before, Map<?, ?> after) {
		Map<String, @Nullable Object> patch = new LinkedHashMap<>();
		before.forEach((name, value) -> {
			if (value != null && after.get(name) == null) {
				patch.put((String) name, null);
			}
		});
		after.forEach((name, value) -> {
			Object previous = before.get(name);
			if (value instanceof Map<?, ?> object && previous instanceof Map<?, ?> previousObject) {
				Map<String, @Nullable Object> changes = between(previousObject, object);
				if (!changes.isEmpty()) {
					patch.put((String) name, changes);
				}
			}
			else if (value != null && !same(previous, value)) {
				patch.put((String) name, value);
			}
		});
		return patch;
	}

	private static boolean same(@Nullable Object one, @Nullable Object other) {
		if (one instanceof Number number && other instanceof Number otherNumber) {
			return new BigDecimal(number.toString()).compareTo(new BigDecimal(otherNumber.toString())) == 0;
		}
		if (one instanceof List<?> list && other instanceof List<?> otherList) {
			if (list.size() != otherList.size()) {
				return false;
			}
			for (int i = 0; i < list.size(); i++) {
				if (!same(list.get(i), otherList.get(i))) {
					return false;
				}
			}
			return true;
		}
		if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
			return map.keySet().equals(otherMap.keySet())
					&& map.keySet().stream().allMatch((name) -> same(map.get(name), otherMap.get(name)));
		}
		return (one != null) ? one.equals(other) : other == null;
	}

	/**
	 * Apply a patch.
	 * @param document the document before
	 * @param patch the patch
	 * @return the document after, a copy
	 */
	public static Map<String, @Nullable Object> apply(Map<?, ?> document, Map<?, ?> patch) {
		Map<String, @Nullable Object> result = PlainJson.thawMap(document);
		patch.forEach((name, value) -> {
			if (value == null) {
				result.remove(name);
			}
			else if (value instanceof Map<?, ?> changes) {
				Object present = result.get(name);
				result.put((String) name, apply((present instanceof Map<?, ?> object) ? object : Map.of(), changes));
			}
			else {
				result.put((String) name, PlainJson.thawValue(value));
			}
		});
		return result;
	}

}

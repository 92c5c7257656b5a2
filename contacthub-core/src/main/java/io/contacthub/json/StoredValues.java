package io.contacthub.json;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Comparison of values that ContactHub has with those that it shall have. It gives them
 * back otherwise than they were sent: the known elements of lists with all their members,
 * those that are unset as null or an empty list, some with times of its own, and
 * date-times in one form.
 */
final class StoredValues {

	/**
	 * What ContactHub sets in elements of lists that come without it.
	 */
	private static final Set<String> ADDED = Set.of("registeredAt", "updatedAt");

	private StoredValues() {
	}

	/**
	 * Return whether a value need not be sent.
	 * @param stored the plain value that there is
	 * @param wanted the plain value that there shall be
	 * @param type the type of the member, {@code null} when it is not known
	 */
	static boolean same(@Nullable Object stored, @Nullable Object wanted, @Nullable MemberType type) {
		if (stored instanceof List<?> list && wanted instanceof List<?> wantedList) {
			MemberType item = (type instanceof MemberType.ListType known) ? known.item() : null;
			return sameElements(list, wantedList, item);
		}
		if (stored instanceof Map<?, ?> map && wanted instanceof Map<?, ?> wantedMap) {
			return (type instanceof MemberType.ObjectType) ? sameMembers(map, wantedMap, type)
					: map.keySet().equals(wantedMap.keySet())
							&& map.keySet().stream().allMatch((name) -> same(map.get(name), wantedMap.get(name), null));
		}
		if (stored == null || wanted == null) {
			return stored == wanted;
		}
		return sameScalars(stored, wanted, type);
	}

	private static boolean sameElements(List<?> stored, List<?> wanted, @Nullable MemberType item) {
		if (stored.size() != wanted.size()) {
			return false;
		}
		for (int i = 0; i < stored.size(); i++) {
			if (!same(stored.get(i), wanted.get(i), item)) {
				return false;
			}
		}
		return true;
	}

	private static boolean sameMembers(Map<?, ?> stored, Map<?, ?> wanted, MemberType type) {
		Set<Object> names = new HashSet<>(stored.keySet());
		names.addAll(wanted.keySet());
		for (Object name : names) {
			MemberType member = type.member((String) name);
			Object value = stored.get(name);
			Object wantedValue = wanted.get(name);
			boolean unset = isEmpty(wantedValue, member) && (isEmpty(value, member) || ADDED.contains(name));
			boolean unknown = member == null && stored.containsKey(name) != wanted.containsKey(name);
			if (unknown || (!unset && !same(value, wantedValue, member))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether a value is one of those that a known member has while it is unset.
	 */
	static boolean isEmpty(@Nullable Object value, @Nullable MemberType type) {
		return type != null && (value == null || (value instanceof List<?> list && list.isEmpty()));
	}

	private static boolean sameScalars(Object stored, Object wanted, @Nullable MemberType type) {
		if (stored.equals(wanted)) {
			return true;
		}
		if (stored instanceof Number number && wanted instanceof Number wantedNumber) {
			return new BigDecimal(number.toString()).compareTo(new BigDecimal(wantedNumber.toString())) == 0;
		}
		if (type instanceof ScalarType scalar && scalar.temporal() == TemporalType.DATE_TIME) {
			return DateTimes.isSame(DateTimes.read(stored), DateTimes.read(wanted));
		}
		// a known text or date is kept as it was sent
		return type == null && stored instanceof String text && wanted instanceof String wantedText
				&& DateTimes.isWrittenFor(text, wantedText);
	}

}

package io.contacthub.samples.migration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.contacthub.customer.Customer;

/**
 * What a customer has, but for what ContactHub sets: the values by their paths, such as
 * {@code base.jobs[0].companyName}.
 *
 * @param values the values as texts that tell numbers and booleans from texts
 */
record Content(SortedMap<String, String> values) {

	/**
	 * Members of a customer that ContactHub sets.
	 */
	static final List<String> READ_ONLY = List.of("id", "nodeId", "registeredAt", "updatedAt", "sourceInfo");

	private static final long OFFSET_BASIS = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	static Content of(Customer customer) {
		SortedMap<String, String> values = new TreeMap<>();
		customer.toMap().forEach((name, value) -> {
			if (!READ_ONLY.contains(name)) {
				add(name, value, values);
			}
		});
		return new Content(values);
	}

	private static void add(String path, Object value, SortedMap<String, String> values) {
		if (value instanceof Map<?, ?> members && !members.isEmpty()) {
			members.forEach((name, member) -> add(path + '.' + name, member, values));
		}
		else if (value instanceof List<?> elements && !elements.isEmpty()) {
			for (int i = 0; i < elements.size(); i++) {
				add(path + '[' + i + ']', elements.get(i), values);
			}
		}
		else {
			values.put(path, text(value));
		}
	}

	private static String text(Object value) {
		if (value instanceof String text) {
			return '"' + text + '"';
		}
		// 1.0 and 1.00 are one number
		return (value instanceof Number number) ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
				: String.valueOf(value);
	}

	/**
	 * Return what of this is in some members.
	 * @param paths the paths of the members; none for all
	 */
	Content within(Collection<String> paths) {
		if (paths.isEmpty()) {
			return this;
		}
		SortedMap<String, String> some = new TreeMap<>(this.values);
		some.keySet().removeIf((path) -> paths.stream().noneMatch((column) -> isWithin(path, column)));
		return new Content(some);
	}

	private static boolean isWithin(String path, String column) {
		return path.startsWith(column)
				&& (path.length() == column.length() || ".[".indexOf(path.charAt(column.length())) >= 0);
	}

	/**
	 * Return whether another one has all of this.
	 */
	boolean isPartOf(Content other) {
		return other.values.entrySet().containsAll(this.values.entrySet());
	}

	/**
	 * Return the paths at which another one differs.
	 */
	List<String> differences(Content other) {
		TreeSet<String> paths = new TreeSet<>(this.values.keySet());
		paths.addAll(other.values.keySet());
		paths.removeIf((path) -> this.values.containsKey(path) && this.values.get(path).equals(other.values.get(path)));
		return List.copyOf(paths);
	}

	/**
	 * Return a number that two different contents have in common about once in
	 * 10<sup>19</sup> times.
	 */
	long hash() {
		long hash = OFFSET_BASIS;
		for (Map.Entry<String, String> value : this.values.entrySet()) {
			hash = hash(hash, value.getKey());
			hash = hash(hash, value.getValue());
		}
		return hash;
	}

	/**
	 * Return the like of a text.
	 */
	static long hash(String text) {
		return hash(OFFSET_BASIS, text);
	}

	private static long hash(long seed, String text) {
		long hash = seed;
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ (octet & 0xff)) * PRIME;
		}
		// ends each text, since no octet of UTF-8 has this value
		return (hash ^ 0xff) * PRIME;
	}

}

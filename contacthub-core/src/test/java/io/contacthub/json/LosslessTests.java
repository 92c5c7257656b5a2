package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every document, known to this library or not.
 */
@DisplayName("Any document of a customer")
class LosslessTests {

	private static final List<String> KNOWN = List.of("id", "nodeId", "externalId", "extra", "enabled", "base",
			"extended", "consents", "tags", "contacts", "email", "phone", "otherContacts", "mobileDevices", "address",
			"geo", "lat", "lon", "dob", "timezone", "educations", "startYear", "isCurrent", "subscriptions", "kind",
			"startDate", "preferences", "manual", "auto", "registeredAt", "sourceInfo", "marketing", "automatic", "sms",
			"status");

	private static final List<String> UNKNOWN = List.of("x", "y", "a.b", "unknown", "projection", "");

	private static final List<Object> SCALARS = List.of("", "Ann", "1994", "2017-03-09", "2017-03-09T11:31:31.842Z",
			"Europe/Rome", "SERVICE", "45.10", "true", "\u00e9\u0000\"\\", "\uD83D\uDE00", 9007199254740993L,
			new BigInteger("123456789012345678901234567890"), new BigDecimal("1.10"), new BigDecimal("0.1"),
			new BigDecimal("-12345678.123456789"), true, false);

	private static final List<String> READ_ONLY = List.of("id", "nodeId", "registeredAt", "updatedAt", "sourceInfo");

	private static final int DOCUMENTS = 1000;

	private final JsonMapper mapper = ContactHubJson.mapper();

	@ParameterizedTest(name = "{index}")
	@MethodSource("documents")
	@DisplayName("is the same JSON after reading and writing, whatever its members hold")
	void isKept(Map<String, Object> document) {
		Customer customer = Customer.of(document);
		Map<String, Object> expected = withoutKnownNulls(document, customer);
		assertThat(customer.toMap()).isEqualTo(expected);
		assertThat(tree(customer)).isEqualTo(this.mapper.valueToTree(expected));
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("documents")
	@DisplayName("is the same text when it is written twice")
	void isStable(Map<String, Object> document) {
		String once = this.mapper.writeValueAsString(Customer.of(document));
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(once, Customer.class))).isEqualTo(once);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("documents")
	@DisplayName("differs in exactly one place after one change")
	void changesInOnePlace(Map<String, Object> document) {
		Customer customer = Customer.of(document);
		Customer changed = customer.withBase((base) -> base.withContacts((contacts) -> contacts.withFax("new")));
		Map<String, Object> expected = customer.toMap();
		Map<String, Object> base = child(expected, "base");
		child(base, "contacts").put("fax", "new");
		assertThat(changed.toMap()).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("pairs")
	@DisplayName("S93 becomes any other one by the patch between the two")
	void isPatched(Map<String, Object> before, Map<String, Object> after) {
		READ_ONLY.forEach((name) -> {
			before.remove(name);
			after.remove(name);
		});
		Customer one = Customer.of(before);
		Customer other = Customer.of(after);
		CustomerPatch patch = CustomerPatch.between(one, other);
		assertThat(patch.applyTo(one).toMap()).isEqualTo(other.toMap());
		assertThat(patch.isEmpty()).isEqualTo(one.toMap().equals(other.toMap()));
		assertThat(CustomerPatch.between(patch.applyTo(one), other).isEmpty()).isTrue();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("changedPairs")
	@DisplayName("S93 becomes itself with one value changed, wherever it is, by the patch between the two")
	void isPatchedInOnePlace(Map<String, Object> before, Map<String, Object> after) {
		Customer one = Customer.of(before);
		Customer other = Customer.of(after);
		CustomerPatch patch = CustomerPatch.between(one, other);
		assertThat(patch.isEmpty()).isFalse();
		assertThat(patch.applyTo(one).toMap()).isEqualTo(other.toMap());
		assertThat(CustomerPatch.between(other, one).applyTo(other).toMap()).isEqualTo(one.toMap());
	}

	/**
	 * Documents and copies of them that differ in one scalar value.
	 */
	private static Stream<Arguments> changedPairs() {
		return LongStream.range(0, DOCUMENTS).mapToObj((seed) -> {
			Map<String, Object> before = document(new Random(seed), 4, false);
			// so that there is a value to change, within an element of a list
			before.put("own", List.of(Map.of("a", "b"), List.of(1)));
			READ_ONLY.forEach(before::remove);
			int[] countdown = { new Random(seed).nextInt(scalars(before)) };
			return Arguments.of(before, changed(before, countdown));
		});
	}

	private static int scalars(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.values().stream().mapToInt(LosslessTests::scalars).sum();
		}
		return (value instanceof List<?> list) ? list.stream().mapToInt(LosslessTests::scalars).sum() : 1;
	}

	private static Object changed(Object value, int[] countdown) {
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> copy = new LinkedHashMap<>();
			map.forEach((name, member) -> copy.put((String) name, changed(member, countdown)));
			return copy;
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> changed(element, countdown)).toList();
		}
		return (countdown[0]-- == 0) ? "changed" : value;
	}

	/**
	 * Pairs without nulls, since a patch cannot set one.
	 */
	private static Stream<Arguments> pairs() {
		return LongStream.range(0, DOCUMENTS)
			.mapToObj((seed) -> Arguments.of(document(new Random(seed), 4, false),
					document(new Random(seed / 2 * 31), 4, false)));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> child(Map<String, Object> parent, String name) {
		Object present = parent.get(name);
		Map<String, Object> child = (present instanceof Map) ? (Map<String, Object>) present : new LinkedHashMap<>();
		parent.put(name, child);
		return child;
	}

	private Object tree(Object value) {
		return this.mapper.readTree(this.mapper.writeValueAsString(value));
	}

	/**
	 * Explicit nulls of known members of typed objects mean absence.
	 */
	@SuppressWarnings("unchecked")
	private static Map<String, Object> withoutKnownNulls(Map<String, Object> document, ApiObject object) {
		Map<String, Object> copy = new LinkedHashMap<>();
		RecordShape shape = RecordShape.of(object.getClass());
		document.forEach((name, value) -> {
			RecordShape.Member member = shape.member(name);
			if (member == null || value == null) {
				if (member == null) {
					copy.put(name, value);
				}
				return;
			}
			Object typed = member.valueOf(object);
			if (value instanceof Map && typed instanceof ApiObject child && !RecordShape.isAbsent(child)) {
				copy.put(name, withoutKnownNulls((Map<String, Object>) value, child));
			}
			else if (value instanceof List<?> list && typed instanceof List<?> items && items.size() == list.size()
					&& !items.isEmpty() && items.get(0) instanceof ApiObject) {
				List<Object> elements = new ArrayList<>();
				for (int i = 0; i < list.size(); i++) {
					elements.add(withoutKnownNulls((Map<String, Object>) list.get(i), (ApiObject) items.get(i)));
				}
				copy.put(name, elements);
			}
			else {
				copy.put(name, value);
			}
		});
		return copy;
	}

	/**
	 * Documents that are made up from consecutive seeds, so that a failure can be
	 * repeated.
	 */
	private static Stream<Map<String, Object>> documents() {
		return LongStream.range(0, DOCUMENTS).mapToObj((seed) -> document(new Random(seed), 4, true));
	}

	private static Map<String, Object> document(Random random, int depth, boolean nulls) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = random.nextInt(8); i > 0; i--) {
			String name = (random.nextInt(4) > 0) ? KNOWN.get(random.nextInt(KNOWN.size()))
					: UNKNOWN.get(random.nextInt(UNKNOWN.size()));
			map.put(name, value(random, depth, nulls));
		}
		return map;
	}

	private static Object value(Random random, int depth, boolean nulls) {
		if (depth > 0 && random.nextInt(2) > 0) {
			if (random.nextInt(3) > 0) {
				return document(random, depth - 1, nulls);
			}
			List<Object> list = new ArrayList<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				list.add(value(random, depth - 1, nulls));
			}
			return list;
		}
		if (nulls && random.nextInt(10) == 0) {
			return null;
		}
		return (random.nextInt(3) > 0) ? SCALARS.get(random.nextInt(SCALARS.size())) : random.nextInt();
	}

}

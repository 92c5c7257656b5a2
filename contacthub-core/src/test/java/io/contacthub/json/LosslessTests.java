package io.contacthub.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerPatch;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of every document, known to this library or not.
 */
@Label("Any document of a customer")
class LosslessTests {

	private static final List<String> KNOWN = List.of("id", "nodeId", "externalId", "extra", "enabled", "base",
			"extended", "consents", "tags", "contacts", "email", "phone", "otherContacts", "mobileDevices", "address",
			"geo", "lat", "lon", "dob", "timezone", "educations", "startYear", "isCurrent", "subscriptions", "kind",
			"startDate", "preferences", "manual", "auto", "registeredAt", "sourceInfo", "marketing", "automatic", "sms",
			"status");

	private final JsonMapper mapper = ContactHubJson.mapper();

	@Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
	@Label("is the same JSON after reading and writing, whatever its members hold")
	void isKept(@ForAll("documents") Map<String, Object> document) {
		Customer customer = Customer.of(document);
		Map<String, Object> expected = withoutKnownNulls(document, customer);
		assertThat(customer.toMap()).isEqualTo(expected);
		assertThat(tree(customer)).isEqualTo(this.mapper.valueToTree(expected));
	}

	@Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
	@Label("is the same text when it is written twice")
	void isStable(@ForAll("documents") Map<String, Object> document) {
		String once = this.mapper.writeValueAsString(Customer.of(document));
		assertThat(this.mapper.writeValueAsString(this.mapper.readValue(once, Customer.class))).isEqualTo(once);
	}

	@Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
	@Label("differs in exactly one place after one change")
	void changesInOnePlace(@ForAll("documents") Map<String, Object> document) {
		Customer customer = Customer.of(document);
		Customer changed = customer.withBase((base) -> base.withContacts((contacts) -> contacts.withFax("new")));
		Map<String, Object> expected = customer.toMap();
		Map<String, Object> base = child(expected, "base");
		child(base, "contacts").put("fax", "new");
		assertThat(changed.toMap()).isEqualTo(expected);
	}

	@Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
	@Label("S93 becomes any other one by the patch between the two")
	void isPatched(@ForAll("documentsWithoutNulls") Map<String, Object> before,
			@ForAll("documentsWithoutNulls") Map<String, Object> after) {
		List.of("id", "nodeId", "registeredAt", "updatedAt", "sourceInfo").forEach((name) -> {
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
		Shape shape = Shape.of(object.getClass());
		document.forEach((name, value) -> {
			Shape.Member member = shape.member(name);
			if (member == null || value == null) {
				if (member == null) {
					copy.put(name, value);
				}
				return;
			}
			Object typed = member.valueOf(object);
			if (value instanceof Map && typed instanceof ApiObject child && !Members.absent(child)) {
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

	@Provide
	Arbitrary<Map<String, Object>> documents() {
		return objects(3, scalars().injectNull(0.1));
	}

	@Provide
	Arbitrary<Map<String, Object>> documentsWithoutNulls() {
		return objects(3, scalars());
	}

	private static Arbitrary<Object> scalars() {
		return Arbitraries.oneOf(
				Arbitraries.of("", "Ann", "1994", "2017-03-09", "2017-03-09T11:31:31.842Z", "Europe/Rome", "SERVICE",
						"45.10", "true", "é\u0000\"\\", "\uD83D\uDE00"),
				Arbitraries.integers().map((number) -> number),
				Arbitraries.of(9007199254740993L, new BigInteger("123456789012345678901234567890")),
				Arbitraries.of(new BigDecimal("1.10"), new BigDecimal("0.1"), new BigDecimal("-12345678.123456789")),
				Arbitraries.of(true, false));
	}

	private static Arbitrary<Map<String, Object>> objects(int depth, Arbitrary<Object> scalars) {
		Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of(KNOWN),
				Arbitraries.of("x", "y", "a.b", "unknown", ""));
		return entries(names, values(depth, scalars)).list().ofMaxSize(6).map((entries) -> {
			Map<String, Object> map = new LinkedHashMap<>();
			entries.forEach((entry) -> map.put((String) entry.get(0), entry.get(1)));
			return map;
		});
	}

	private static Arbitrary<List<Object>> entries(Arbitrary<String> names, Arbitrary<Object> values) {
		return Combinators.combine(names, values).as((name, value) -> {
			List<Object> entry = new ArrayList<>();
			entry.add(name);
			entry.add(value);
			return entry;
		});
	}

	private static Arbitrary<Object> values(int depth, Arbitrary<Object> scalars) {
		if (depth == 0) {
			return scalars;
		}
		Arbitrary<Map<String, Object>> objects = objects(depth - 1, scalars);
		return Arbitraries.oneOf(scalars, objects.map((map) -> map), objects.list().ofMaxSize(3).map((list) -> list),
				scalars.list().ofMaxSize(3).map((list) -> list));
	}

}

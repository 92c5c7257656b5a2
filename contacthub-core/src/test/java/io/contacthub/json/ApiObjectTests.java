package io.contacthub.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.contacthub.customer.Address;
import io.contacthub.customer.BaseProperties;
import io.contacthub.customer.Contacts;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Education;
import io.contacthub.customer.OtherContact;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.customer.Tags;
import io.contacthub.update.UpdateFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ApiObject}.
 */
@DisplayName("A record of the API")
class ApiObjectTests {

	private final JsonMapper mapper = ContactHubJson.mapper();

	@Test
	@DisplayName("gives unknown members back at every level, in their order, with their nulls")
	void keepsUnknownMembers() {
		String json = """
				{"z":1,"base":{"firstName":"Ann","planet":{"name":null,"moons":[]},"contacts":{"pigeon":"Bob","aaa":[1,{}]}},\
				"a":null,"m":{"n":{"o":[[],{"p":null}]}}}""";
		Customer customer = read(json);
		assertThat(customer.base().unknown().at("planet", "moons")).isEqualTo(List.of());
		assertThat(customer.unknown().keySet()).containsExactly("z", "a", "m");
		assertThat(this.mapper.writeValueAsString(customer)).isEqualTo("""
				{"base":{"firstName":"Ann","contacts":{"pigeon":"Bob","aaa":[1,{}]},"planet":{"name":null,"moons":[]}},\
				"z":1,"a":null,"m":{"n":{"o":[[],{"p":null}]}}}""");
	}

	@Test
	@DisplayName("writes the same text again after reading what it wrote")
	void writesStableText() {
		String once = this.mapper
			.writeValueAsString(read("{\"x\":1,\"id\":\"i\",\"y\":{\"b\":1,\"a\":2},\"base\":{\"q\":1,\"p\":2}}"));
		assertThat(this.mapper.writeValueAsString(read(once))).isEqualTo(once);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9007199254740993", "123456789012345678901234567890", "1.10",
			"0.1000000000000000055511151231257827", "-1", "1E+3", "12345678901.5" })
	@DisplayName("keeps numbers to the last digit")
	void keepsNumbers(String number) {
		String json = "{\"extended\":{\"n\":" + number + "}}";
		assertThat(this.mapper.writeValueAsString(read(json))).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"base\":{}}", "{\"extended\":{}}", "{\"tags\":{\"manual\":[]}}",
			"{\"base\":{\"contacts\":{\"otherContacts\":[]},\"address\":{}}}", "{\"base\":{\"educations\":[]}}", "{}" })
	@DisplayName("keeps what is empty and adds nothing where something is absent")
	void keepsEmptiness(String json) {
		assertThat(this.mapper.writeValueAsString(read(json))).isEqualTo(json);
		assertThat(this.mapper.writeValueAsString(read(json).withBase((base) -> base))).isEqualTo(json);
	}

	@Test
	@DisplayName("S26 reads absent objects and lists as empty")
	void readsAbsentAsEmpty() {
		Customer customer = Customer.builder().build();
		assertThat(customer.base().contacts().email()).isNull();
		assertThat(customer.base().contacts().otherContacts()).isEmpty();
		assertThat(customer.extended()).isEmpty();
		assertThat(customer.tags().manual()).isEmpty();
		assertThat(customer.tags().auto()).isEmpty();
		assertThat(this.mapper.writeValueAsString(customer)).isEqualTo("{}");
	}

	@Test
	@DisplayName("treats explicit nulls of known members as absent")
	void readsNullsAsAbsent() {
		Customer customer = read("{\"base\":null,\"tags\":null,\"extra\":null,\"extended\":null}");
		assertThat(customer.tags().manual()).isEmpty();
		assertThat(this.mapper.writeValueAsString(customer)).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"base\":{\"dob\":\"1994-02-11T14:05M\"}}", "{\"base\":{\"dob\":42}}",
			"{\"base\":{\"dob\":\"1994-02-11T14:05\"}}", "{\"base\":{\"timezone\":\"Mars/Olympus\"}}",
			"{\"base\":{\"timezone\":\"GMT+0\"}}",
			"{\"base\":{\"educations\":[{\"id\":\"1\",\"startYear\":\"1994\"}]}}",
			"{\"base\":{\"educations\":[{\"id\":\"1\",\"startYear\":\"about 1994\"}]}}", "{\"base\":\"none\"}",
			"{\"base\":{\"educations\":{\"id\":\"1\"}}}", "{\"base\":{\"educations\":[{\"id\":\"1\"},null,7]}}",
			"{\"tags\":{\"manual\":[\"a\",1]}}", "{\"enabled\":\"true\"}", "{\"enabled\":\"maybe\"}",
			"{\"externalId\":17}", "{\"registeredAt\":1489058291842}", "{\"registeredAt\":\"2017-03-09\"}",
			"{\"registeredAt\":\"yesterday\"}", "{\"extended\":[1]}",
			"{\"base\":{\"address\":{\"geo\":{\"lat\":\"45.1\"}}}}" })
	@DisplayName("gives a value of another type back as it was sent")
	void keepsUnreadableValues(String json) {
		assertThat(this.mapper.writeValueAsString(read(json))).isEqualTo(json);
	}

	@Test
	@DisplayName("reads a value of another type where it has a meaning")
	void readsLeniently() {
		Customer customer = read("""
				{"enabled":"true","externalId":17,"registeredAt":1489058291842,
				"base":{"dob":"1994-02-11T14:05","educations":[{"id":"1","startYear":"1994"}],
				"address":{"geo":{"lat":"45.1"}}}}""");
		assertThat(customer.enabled()).isTrue();
		assertThat(customer.externalId()).isEqualTo("17");
		assertThat(customer.registeredAt()).isEqualTo(Instant.parse("2017-03-09T11:18:11.842Z"));
		assertThat(customer.base().dob()).isEqualTo("1994-02-11");
		assertThat(customer.base().educations()).extracting(Education::startYear).containsExactly(1994);
		assertThat(customer.base().address().geo().lat()).isEqualTo("45.1");
	}

	@Test
	@DisplayName("reads what has no meaning as absent and shows it among the unknown members")
	void readsNonsenseAsAbsent() {
		BaseProperties base = read("{\"base\":{\"dob\":\"1994-02-11T14:05M\",\"educations\":[7]}}").base();
		assertThat(base.dob()).isNull();
		assertThat(base.educations()).isEmpty();
		assertThat(base.unknown()).containsEntry("dob", "1994-02-11T14:05M").containsEntry("educations", List.of(7));
	}

	@Test
	@DisplayName("replaces a value of another type as soon as the member is set, and clears it when it is cleared")
	void replacesUnreadableValues() {
		Customer customer = read("{\"base\":{\"dob\":\"1994-02-11T14:05\",\"timezone\":\"nowhere\"}}");
		assertThat(write(customer.withBase((base) -> base.withDob(LocalDate.of(1994, 2, 12)))))
			.isEqualTo("{\"base\":{\"dob\":\"1994-02-12\",\"timezone\":\"nowhere\"}}");
		assertThat(write(customer.withBase((base) -> base.withDob(null))))
			.isEqualTo("{\"base\":{\"timezone\":\"nowhere\"}}");
		assertThat(write(customer.withBase((base) -> base.withTimezone(ZoneId.of("Europe/Rome")))))
			.isEqualTo("{\"base\":{\"dob\":\"1994-02-11T14:05\",\"timezone\":\"Europe/Rome\"}}");
	}

	@Test
	@DisplayName("writes date-times in UTC, whatever offset they came with")
	void writesUtc() {
		assertThat(write(read("{\"registeredAt\":\"2017-03-09T11:31:31.842+0000\"}")))
			.isEqualTo("{\"registeredAt\":\"2017-03-09T11:31:31.842Z\"}");
		assertThat(write(read("{\"registeredAt\":\"2017-03-09T12:31:31+01:00\"}")))
			.isEqualTo("{\"registeredAt\":\"2017-03-09T11:31:31.000Z\"}");
	}

	@Test
	@DisplayName("S92 keeps values of an open set that it does not know")
	void keepsOpenValues() {
		String json = "{\"base\":{\"subscriptions\":[{\"id\":\"1\",\"kind\":\"TELEPATHY\"},{\"id\":\"2\",\"kind\":\"SERVICE\"}]}}";
		Customer customer = read(json);
		assertThat(customer.base().subscriptions()).extracting(Subscription::kind)
			.containsExactly(SubscriptionKind.of("TELEPATHY"), SubscriptionKind.SERVICE);
		assertThat(write(customer)).isEqualTo(json);
	}

	@Test
	@DisplayName("is the same JSON in an application's own mapper, whatever its settings")
	void ignoresSettingsOfTheApplication() {
		JsonMapper odd = JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		String json = """
				{"externalId":"e","base":{"dob":"1980-01-02","x":0.10},"registeredAt":"2017-03-09T11:31:31.842Z","y":null}""";
		assertThat(odd.writeValueAsString(odd.readValue(json, Customer.class))).isEqualTo(json);
		assertThat(odd.writeValueAsString(List.of(odd.readValue(json, Customer.class)))).isEqualTo("[" + json + "]");
	}

	@Test
	@DisplayName("S85 becomes a complete map, which is a copy")
	void becomesMap() {
		Customer customer = read(
				"{\"id\":\"1\",\"base\":{\"dob\":\"1980-01-02\",\"x\":null},\"tags\":{\"manual\":[\"a\"]}}");
		var map = customer.toMap();
		assertThat(this.mapper.writeValueAsString(map)).isEqualTo(write(customer));
		map.clear();
		assertThat(customer.id()).isEqualTo("1");
	}

	@Test
	@DisplayName("S85 becomes a map that can be changed at every level, and is not changed by it")
	void becomesMapAtEveryLevel() {
		String json = """
				{"id":"1","base":{"contacts":{"email":"a","otherContacts":[{"name":"n","x":{"y":[1]}}]}},\
				"extended":{"list":[{"a":{"b":1}}],"none":null},"tags":{"manual":["a"]},"future":[[{"c":1}]]}""";
		Customer customer = read(json);
		Map<String, Object> map = customer.toMap();
		assertThat(this.mapper.readTree(this.mapper.writeValueAsString(map))).isEqualTo(this.mapper.readTree(json));
		change(map);
		assertThat(this.mapper.writeValueAsString(map).split("changed", -1)).as("16 objects and lists").hasSize(17);
		assertThat(this.mapper.readTree(write(customer))).isEqualTo(this.mapper.readTree(json));
		assertThat(customer.toMap()).isNotSameAs(customer.toMap()).isEqualTo(read(json).toMap());
	}

	@SuppressWarnings("unchecked")
	private static void change(Object value) {
		if (value instanceof Map<?, ?> map) {
			map.values().forEach(ApiObjectTests::change);
			((Map<String, Object>) map).put("changed", true);
		}
		else if (value instanceof List<?> list) {
			list.forEach(ApiObjectTests::change);
			((List<Object>) list).add("changed");
		}
	}

	@Test
	@DisplayName("is built and changed without touching what it was built from")
	void buildsAndChanges() {
		Customer customer = Customer.builder()
			.externalId("e1")
			.base((base) -> base.firstName("Ann").contacts((contacts) -> contacts.email("ann@example.com")))
			.tags((tags) -> tags.manual("a", "b"))
			.build();
		Customer changed = customer.withBase((base) -> base.withContacts((contacts) -> contacts.withPhone("1")));
		assertThat(write(changed)).isEqualTo("""
				{"externalId":"e1","base":{"firstName":"Ann","contacts":{"email":"ann@example.com","phone":"1"}},\
				"tags":{"manual":["a","b"]}}""");
		assertThat(customer.base().contacts().phone()).isNull();
		assertThat(changed.withBase((base) -> base.withContacts((contacts) -> contacts.withPhone(null))))
			.isEqualTo(customer)
			.hasSameHashCodeAs(customer);
	}

	@Test
	@DisplayName("S90 has lists that cannot be changed")
	void hasUnmodifiableLists() {
		Tags tags = read("{\"tags\":{\"manual\":[\"a\"]}}").tags();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tags.manual().add("b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tags.manual().clear());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tags.auto().add("b"));
	}

	@TestFactory
	@DisplayName("S90 has lists of texts and of objects that refuse every change")
	Stream<DynamicTest> refusesEveryChange() {
		Customer sent = read("""
				{"tags":{"manual":["a","b"],"auto":["a","b"]},"extended":{"list":["a","b"]},"future":["a","b"],
				"base":{"contacts":{"otherContacts":[{"name":"a"},{"name":"b"}],
				"mobileDevices":[{"identifier":"a"},{"identifier":"b"}]},"educations":[{"id":"a"},{"id":"b"}],
				"likes":[{"id":"a"},{"id":"b"}],"jobs":[{"id":"a"},{"id":"b"}],
				"subscriptions":[{"id":"a","preferences":[{"key":"a"},{"key":"b"}]},{"id":"b"}]}}""");
		List<String> tags = new ArrayList<>(List.of("a", "b"));
		List<Education> educations = new ArrayList<>(sent.base().educations());
		Customer built = Customer.builder()
			.tags((builder) -> builder.manual(tags))
			.base((base) -> base.educations(educations))
			.build();
		tags.clear();
		educations.clear();
		Customer changed = sent.withBase((base) -> base.withSubscriptions((list) -> list.remove(1)))
			.withTags((changing) -> changing.withAuto(List.of("c", "d")));
		assertThat(changed.base().subscriptions()).hasSize(1);
		Map<String, List<?>> lists = new LinkedHashMap<>();
		lists.put("manual tags", sent.tags().manual());
		lists.put("automatic tags", sent.tags().auto());
		lists.put("a list of the workspace", (List<?>) sent.extended().get("list"));
		lists.put("an unknown list", (List<?>) sent.unknown().get("future"));
		lists.put("other contacts", sent.base().contacts().otherContacts());
		lists.put("mobile devices", sent.base().contacts().mobileDevices());
		lists.put("educations", sent.base().educations());
		lists.put("likes", sent.base().likes());
		lists.put("jobs", sent.base().jobs());
		lists.put("subscriptions", sent.base().subscriptions());
		lists.put("preferences", sent.base().subscriptions().get(0).preferences());
		lists.put("built tags", built.tags().manual());
		lists.put("built educations", built.base().educations());
		lists.put("changed tags", changed.tags().auto());
		return lists.entrySet()
			.stream()
			.map((list) -> DynamicTest.dynamicTest(list.getKey(), () -> refusesEveryChange(list.getValue())));
	}

	private static <T> void refusesEveryChange(List<T> list) {
		List<T> before = new ArrayList<>(list);
		assertThat(before).hasSize(2);
		T first = list.get(0);
		T second = list.get(1);
		Map<String, Consumer<List<T>>> changes = new LinkedHashMap<>();
		changes.put("add", (it) -> it.add(first));
		changes.put("add at", (it) -> it.add(0, second));
		changes.put("add all", (it) -> it.addAll(before));
		changes.put("add all at", (it) -> it.addAll(1, before));
		changes.put("set", (it) -> it.set(0, second));
		changes.put("remove at", (it) -> it.remove(0));
		changes.put("remove", (it) -> it.remove(first));
		changes.put("remove all", (it) -> it.removeAll(before));
		changes.put("remove if", (it) -> it.removeIf(first::equals));
		changes.put("retain all", (it) -> it.retainAll(List.of(first)));
		changes.put("replace all", (it) -> it.replaceAll((element) -> second));
		changes.put("sort", (it) -> it.sort((one, other) -> -1));
		changes.put("reverse", Collections::reverse);
		changes.put("clear", List::clear);
		changes.put("clear a part", (it) -> it.subList(0, 1).clear());
		changes.put("remove by iterator", (it) -> {
			Iterator<T> iterator = it.iterator();
			iterator.next();
			iterator.remove();
		});
		changes.put("set by iterator", (it) -> {
			ListIterator<T> iterator = it.listIterator();
			iterator.next();
			iterator.set(second);
		});
		changes.put("add by iterator", (it) -> it.listIterator().add(first));
		changes.forEach((name, change) -> assertThatExceptionOfType(UnsupportedOperationException.class).as(name)
			.isThrownBy(() -> change.accept(list)));
		assertThat(list).isEqualTo(before).isUnmodifiable();
	}

	@Test
	@DisplayName("shows no personal data as text")
	void hidesPersonalData() {
		Customer customer = read("{\"id\":\"17\",\"base\":{\"firstName\":\"Ann\",\"x\":\"secret\"},\"y\":\"secret\"}");
		assertThat(customer).hasToString("Customer[id=17, 3 members]");
		assertThat(customer.base()).hasToString("BaseProperties[2 members]");
		assertThat(customer.unknown()).hasToString("JsonObject[1 member]");
		assertThat(Contacts.builder().email("ann@example.com")).asString().doesNotContain("ann");
		Customer known = read("{\"base\":{\"credential\":{\"username\":\"ann\",\"password\":\"pa55word\"}}}");
		assertThat(known.base().credential()).hasToString("Credential[2 members]");
		assertThat(known.toString() + known.base() + known.withExtra("x")).doesNotContain("ann", "pa55word");
	}

	@Test
	@DisplayName("S33 keeps the numbers of a position as numbers")
	void keepsPositions() {
		Address address = Address.builder()
			.geo((geo) -> geo.lat(new BigDecimal("45.10")).lon(new BigDecimal("9")))
			.build();
		assertThat(write(address)).isEqualTo("{\"geo\":{\"lat\":45.10,\"lon\":9}}");
		assertThat(this.mapper.readValue("{\"geo\":{\"lat\":45.10,\"lon\":9}}", Address.class)).isEqualTo(address);
		String json = """
				{"base":{"address":{"city":"city","province":"province","geo":{"lat":45.10,"lon":9}}}}""";
		Customer customer = Customer.builder()
			.base((base) -> base.address(address.withCity("city").withProvince("province")))
			.build();
		assertThat(write(customer)).isEqualTo(json);
		assertThat(read(json)).isEqualTo(customer);
	}

	@Test
	@DisplayName("refuses a document that is no object")
	void refusesOtherDocuments() {
		assertThatExceptionOfType(tools.jackson.core.JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("[1]", Customer.class));
	}

	@Test
	@DisplayName("is a failure of the mapper where it refuses what was read, as is all that cannot be read")
	void refusesValuesAsMapper() {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readValue("{\"offset\":-1}", UpdateFilter.class))
			.withMessageStartingWith("offset is -1")
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	@DisplayName("S32 takes a whole object at once, lists of objects included")
	void takesWholeObjects() {
		Contacts contacts = Contacts.builder()
			.email("email@example.com")
			.fax("fax")
			.otherContacts(OtherContact.builder().value("123").name("phone").build())
			.build();
		JsonNode written = this.mapper.valueToTree(Customer.builder().base((base) -> base.contacts(contacts)).build());
		assertThat(written).isEqualTo(this.mapper.readTree("""
				{"base":{"contacts":{"email":"email@example.com","fax":"fax",
				"otherContacts":[{"value":"123","name":"phone"}]}}}"""));
	}

	private Customer read(String json) {
		return this.mapper.readValue(json, Customer.class);
	}

	private String write(Object value) {
		return this.mapper.writeValueAsString(value);
	}

}

package io.contacthub.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.contacthub.WireMockTests;
import io.contacthub.error.CustomerConflictException;
import io.contacthub.event.Event;
import io.contacthub.json.ContactHubJson;
import io.contacthub.json.JsonObject;
import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.PageRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTENDED;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static io.contacthub.customer.CustomerFields.REGISTERED_AT;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the changes that a {@link CustomerRepository} makes, on the wire.
 */
@DisplayName("A customer")
class CustomerWritesTests extends WireMockTests {

	private static final String CUSTOMERS = WORKSPACE + "/customers";

	private static final String STORED = """
			{"id":"c1","nodeId":"n1","externalId":"e1","enabled":false,"future":{"x":null},
			"registeredAt":"2017-03-09T11:31:31.842+0000","updatedAt":"2017-03-09T11:31:31.842+0000",
			"sourceInfo":{"registeredBy":"s","updatedBy":"s"},
			"base":{"firstName":"Ann","timezone":null,"planet":"Mars"},"extended":{"points":1.50},
			"consents":{"softSpam":{"email":{"status":true}}},
			"tags":{"auto":["robot"],"manual":["vip"]}}""";

	private final CustomerRepository customers = this.node.customers();

	@Test
	@DisplayName("S9 S24 is inserted from a map, which stays as it is")
	void insertsMap() {
		answer(post(CUSTOMERS), STORED);
		Map<String, Object> structure = new LinkedHashMap<>(Map.of("externalId", "01", "extra", "extra", "base",
				Map.of("timezone", "Europe/Rome", "firstName", "Ann", "contacts", Map.of("email", "ann@example.com")),
				"extended", Map.of("my_int", 1)));
		Map<String, Object> copy = Map.copyOf(structure);
		assertThat(this.customers.insert(structure).id()).isEqualTo("c1");
		assertThat(structure).isEqualTo(copy);
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson(
				"""
						{"nodeId":"n1","externalId":"01","extra":"extra","extended":{"my_int":1},"base":{"timezone":"Europe/Rome",
						"firstName":"Ann","contacts":{"email":"ann@example.com"}}}""")));
	}

	@Test
	@DisplayName("S10 is built without creating its containers first")
	void buildsNested() {
		Customer customer = Customer.builder()
			.base((base) -> base.contacts((contacts) -> contacts.email("ann@example.com")))
			.extra("extra")
			.build()
			.withExtended("prop", "value");
		assertThat(customer.toMap()).isEqualTo(Map.of("base", Map.of("contacts", Map.of("email", "ann@example.com")),
				"extra", "extra", "extended", Map.of("prop", "value")));
	}

	@Test
	@DisplayName("S27 S32 S33 S34 is inserted with texts, numbers and whole objects, and comes back with them")
	void insertsWholeObjects() {
		String document = """
				"externalId":"e1","extra":"x","base":{"firstName":"Ann","contacts":{"email":"email@example.com","fax":"fax",
				"otherContacts":[{"name":"phone","type":"PHONE","value":"123"}]},"address":{"city":"city",
				"province":"province","geo":{"lat":40.10,"lon":100}}},"extended":{"my_extended_int":1,
				"my_extended_string":"string","my_extended_object":{"key1":1,"key2":2.50}}}""";
		answer(post(CUSTOMERS), "{\"id\":\"c1\",\"nodeId\":\"n1\"," + document);
		OtherContact other = OtherContact.builder().name("phone").type(OtherContactType.PHONE).value("123").build();
		Contacts contacts = Contacts.builder().email("email@example.com").fax("fax").otherContacts(other).build();
		Address address = Address.builder()
			.city("city")
			.province("province")
			.geo(Geo.builder().lat(new BigDecimal("40.10")).lon(new BigDecimal(100)).build())
			.build();
		Customer customer = Customer.builder()
			.build()
			.withExternalId("e1")
			.withExtra("x")
			.withBase((base) -> base.withFirstName("Ann").withContacts(contacts).withAddress(address))
			.withExtended("my_extended_int", 1)
			.withExtended("my_extended_string", "string")
			.withExtended("my_extended_object", JsonObject.of("key1", 1, "key2", new BigDecimal("2.50")));
		Customer stored = this.customers.insert(customer);
		assertThat(stored).isEqualTo(customer.withId("c1").withNodeId("n1"));
		verify(1,
				postRequestedFor(urlEqualTo(CUSTOMERS)).withRequestBody(equalToJson("{\"nodeId\":\"n1\"," + document)));
		assertThat(lastBody()).contains("\"lat\":40.10,\"lon\":100", "\"key2\":2.50");
		verify(1, anyRequestedFor(anyUrl()));
		assertThat(stored.externalId()).isEqualTo("e1");
		assertThat(stored.base().firstName()).isEqualTo("Ann");
		assertThat(stored.base().contacts().otherContacts()).containsExactly(other);
		assertThat(stored.base().address().geo().lat()).isEqualTo("40.10");
		assertThat(stored.extended().get("my_extended_int")).isEqualTo(1);
	}

	@Test
	@DisplayName("S37 S38 S40 that exists is updated instead, with the id that the conflict names")
	void upserts() {
		server.stubFor(post(CUSTOMERS).willReturn(jsonResponse(
				"""
						{"message":"Conflict with exiting customer c1","logref":"l","errors":[],"data":{"customer":{"id":"c1"}}}""",
				409)));
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		Customer customer = this.customers.upsert(Customer.builder()
			.id("other")
			.nodeId("other")
			.externalId("e1")
			.base((base) -> base.firstName("Ann"))
			.build());
		assertThat(customer.base().firstName()).isEqualTo("Ann");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"externalId\":\"e1\",\"base\":{\"firstName\":\"Ann\"}}")));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S37 that exists and is not named to this token is a conflict")
	void upsertsUntrusted() {
		server.stubFor(post(CUSTOMERS).willReturn(jsonResponse("{\"message\":\"Conflict\",\"data\":null}", 409)));
		assertThatExceptionOfType(CustomerConflictException.class)
			.isThrownBy(() -> this.customers.upsert(Map.of("externalId", "e1")))
			.satisfies((ex) -> assertThat(ex.existingCustomerId()).isNull());
		verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S82 S86 is replaced with everything it had, known or not, but what ContactHub sets itself")
	void replaces() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(put(CUSTOMERS + "/c1"), STORED);
		this.customers.replace(this.customers.getById("c1").withExtra("new"));
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"id":"c1","nodeId":"n1","externalId":"e1","enabled":false,"future":{"x":null},"extra":"new",
				"base":{"firstName":"Ann","planet":"Mars"},"extended":{"points":1.50},
				"consents":{"softSpam":{"email":{"status":true}}},"tags":{"auto":["robot"],"manual":["vip"]}}""")));
		assertThat(lastBody()).contains("\"points\":1.50");
	}

	@Test
	@DisplayName("S84 S85 S86 is replaced from its map in the same bytes as from itself")
	void replacesMap() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(put(CUSTOMERS + "/c1"), STORED);
		Customer customer = this.customers.getById("c1");
		this.customers.replace(customer);
		String body = lastBody();
		this.customers.replace(customer.toMap());
		assertThat(lastBody()).isEqualTo(body);
	}

	@Test
	@DisplayName("is not replaced without an id")
	void replacesOnlyStored() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(Customer.builder().build()))
			.withMessageStartingWith("id of the customer is missing");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is inserted by save without an id and replaced with one")
	void saves() {
		answer(post(CUSTOMERS), STORED);
		answer(put(CUSTOMERS + "/c1"), STORED);
		this.customers.save(this.customers.save(Customer.builder().externalId("e1").build()));
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS)));
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1")));
	}

	@Test
	@DisplayName("S96 S94 S95 is patched from a map with one's own changes")
	void patchesMap() {
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("id", "c1");
		changes.put("nodeId", "n1");
		changes.put("extra", null);
		changes.put("base", Map.of("contacts", Map.of("email", "new@example.com")));
		assertThat(this.customers.patch("c1", changes).id()).isEqualTo("c1");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"extra\":null,\"base\":{\"contacts\":{\"email\":\"new@example.com\"}}}")));
	}

	@Test
	@DisplayName("S81 S95 is updated as a whole, or in some attributes only")
	void updatesWholeOrPart() {
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"extra\":\"x\",\"base\":{\"firstName\":\"Ann\",\"planet\":1}}");
		answer(put(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"extra\":\"by PUT\"}");
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), "{\"id\":\"c1\",\"extra\":\"by PATCH\"}");
		Customer stored = this.customers.getById("c1");
		Customer changed = stored.withBase((base) -> base.withFirstName("Bea"));
		assertThat(this.customers.replace(changed).extra()).isEqualTo("by PUT");
		assertThat(this.customers.patch("c1", CustomerPatch.between(stored, changed)).extra()).isEqualTo("by PATCH");
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"id":"c1","nodeId":"n1","extra":"x","base":{"firstName":"Bea","planet":1}}""")));
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"base\":{\"firstName\":\"Bea\"}}")));
		verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S81 S89 is patched by its fields")
	void patchesFields() {
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		this.customers.patch("c1", (change) -> change.set(BASE.CONTACTS.EMAIL, "ann@example.com")
			.set(BASE.DOB, LocalDate.of(1980, 1, 2))
			.set(TAGS.MANUAL, List.of())
			.set(BASE.SUBSCRIPTIONS, List
				.of(Subscription.builder().id("s").kind(SubscriptionKind.SERVICE).startDate(Instant.EPOCH).build()))
			.set(Field.extended("a.b", "a", "a"), 0)
			.clear(EXTERNAL_ID));
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"base":{"contacts":{"email":"ann@example.com"},"dob":"1980-01-02",
				"subscriptions":[{"id":"s","kind":"SERVICE","startDate":"1970-01-01T00:00:00.000Z"}]},
				"tags":{"manual":[]},"extended":{"a.b":{"a":{"a":0}}},"externalId":null}""")));
	}

	@Test
	@DisplayName("is not patched where a patch cannot reach")
	void refusesImpossiblePatches() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CustomerPatch.builder().set(BASE.EDUCATIONS.SCHOOL_NAME, "x"))
			.withMessageStartingWith("'base.educations.schoolName' is within the elements of a list");
		assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().clear(REGISTERED_AT))
			.withMessage("'registeredAt' is set by ContactHub and cannot be changed");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CustomerPatch.builder().clear(EXTENDED).set(Field.extended("a"), 1))
			.withMessageContaining("'extended' has been set or cleared as a whole before");
		assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().set("base..x", 1))
			.withMessageStartingWith("path is 'base..x'");
		assertThatIllegalArgumentException().isThrownBy(() -> CustomerPatch.builder().set("extra", new Object()))
			.withMessageContaining("java.lang.Object");
	}

	@Test
	@DisplayName("S93 is patched by the least that leads from one state to another")
	void patchesDifference() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		Customer before = this.customers.getById("c1");
		Customer after = before.withExternalId(null)
			.withBase((base) -> base.withLastName("Smith").withAddress((address) -> address.withCity("Rome")))
			.withExtended("points", 2)
			.withTags((tags) -> tags.withManual(List.of("vip", "new")));
		CustomerPatch patch = CustomerPatch.between(before, after);
		Map<String, Object> expected = new LinkedHashMap<>();
		expected.put("externalId", null);
		expected.put("base", Map.of("lastName", "Smith", "address", Map.of("city", "Rome")));
		expected.put("extended", Map.of("points", 2));
		expected.put("tags", Map.of("manual", List.of("vip", "new")));
		assertThat(patch.toMap()).isEqualTo(expected);
		assertThat(patch.applyTo(before)).isEqualTo(after);
		assertThat(CustomerPatch.between(before, before).isEmpty()).isTrue();
		assertThat(CustomerPatch.between(before, before.withExtended("points", 1.5)).isEmpty()).isTrue();
		assertThat(patch).hasToString("CustomerPatch[4 members]").isEqualTo(CustomerPatch.of(expected));
	}

	@Test
	@DisplayName("S93 is patched by the whole list when a member within one of its elements changes")
	void patchesListOfObjects() {
		String stored = """
				{"id":"c1","base":{"educations":[{"id":"1","schoolName":"old","x":{"y":[1,{"z":"a"}]}},{"id":"2"}]},
				"extended":{"list":[[{"a":1}]]}}""";
		answer(get(CUSTOMERS + "/c1"), stored);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), stored.replace("old", "new"));
		Customer before = this.customers.getById("c1");
		Customer after = before.withBase((base) -> base
			.withEducations((educations) -> educations.set(0, educations.get(0).withSchoolName("new"))));
		this.customers.patch("c1", CustomerPatch.between(before, after));
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(equalToJson("""
				{"base":{"educations":[{"id":"1","schoolName":"new","x":{"y":[1,{"z":"a"}]}},{"id":"2"}]}}""")));
		assertThat(patchBetween(stored, "\"z\":\"a\"", "\"z\":\"b\"").toMap()).containsOnlyKeys("base");
		assertThat(patchBetween(stored, "\"a\":1", "\"a\":2").toMap()).containsOnlyKeys("extended");
		assertThat(patchBetween(stored, "\"a\":1", "\"b\":1").toMap()).containsOnlyKeys("extended");
		assertThat(patchBetween(stored, "\"a\":1", "\"a\":1,\"b\":2").toMap()).containsOnlyKeys("extended");
		assertThat(patchBetween(stored, "\"a\":1", "\"a\":1,\"b\":null").toMap()).containsOnlyKeys("extended");
		assertThat(patchBetween(stored, "\"a\":1", "\"a\":1.0").isEmpty()).isTrue();
	}

	private static CustomerPatch patchBetween(String json, String part, String replacement) {
		assertThat(json).containsOnlyOnce(part);
		return CustomerPatch.between(ContactHubJson.mapper().readValue(json, Customer.class),
				ContactHubJson.mapper().readValue(json.replace(part, replacement), Customer.class));
	}

	@Test
	@DisplayName("S99 is deleted by its map or by itself, and only with an id")
	void deletes() {
		server.stubFor(delete(CUSTOMERS + "/c1").willReturn(ok()));
		this.customers.delete(Map.of("id", "c1", "extra", "x"));
		this.customers.delete(Customer.builder().id("c1").build());
		verify(2, deleteRequestedFor(urlEqualTo(CUSTOMERS + "/c1")).withRequestBody(absent()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.delete(Map.of("extra", "x")))
			.withMessageStartingWith("id of the customer is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.delete(Customer.builder().build()))
			.withMessageStartingWith("id of the customer is missing");
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S51 S56 is found by its external id")
	void findsByExternalId() {
		answer(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("externalId", equalTo("e 1&x")), page(STORED, 1, 1, 0));
		assertThat(this.customers.findByExternalId("e 1&x").orElseThrow().id()).isEqualTo("c1");
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=2&nodeId=n1&externalId=e%201%26x")));
	}

	@Test
	@DisplayName("S51 S56 S57 is not guessed among several with the same external id")
	void findsSeveral() {
		answer(get(urlPathEqualTo(CUSTOMERS)), page(STORED + "," + STORED, 3, 2, 0).replace("50", "2"));
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.customers.findByExternalId("e1"))
			.withMessageContaining("3 customers have it");
		answer(get(urlPathEqualTo(CUSTOMERS)), page("", 0, 0, 0));
		assertThat(this.customers.findByExternalId("e1")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.findByExternalId(" "))
			.withMessageStartingWith("externalId is blank");
	}

	@Test
	@DisplayName("S50 is found with all others of the same external id, on all pages and not one more")
	void findsAllByExternalId() {
		answer(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("0")), page(STORED, 51, 2, 0));
		answer(get(urlPathEqualTo(CUSTOMERS)).withQueryParam("page", equalTo("1")),
				page(STORED.replace("c1", "c2"), 51, 2, 1));
		assertThat(this.customers.findAllByExternalId("e1")).isUnmodifiable()
			.extracting(Customer::id)
			.containsExactly("c1", "c2");
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=50&nodeId=n1&externalId=e1")));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=1&size=50&nodeId=n1&externalId=e1")));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S103 gets a tag by a patch of its manual tags only")
	void addsTag() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		assertThat(this.customers.addTag("c1", "new").id()).isEqualTo("c1");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"tags\":{\"manual\":[\"vip\",\"new\"]}}")));
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "/c1")));
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S103 gets no tag twice")
	void addsTagOnce() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertThat(this.customers.addTag("c1", "vip").tags().manual()).containsExactly("vip");
		verify(0, patchRequestedFor(anyUrl()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.addTag("c1", " "))
			.withMessageStartingWith("tag is blank");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"auto\":[\"a\"],\"manual\":null}" })
	@DisplayName("S102 S103 gets its first tag, whatever its tags were before")
	void addsFirstTag(String tags) {
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"tags\":" + tags + "}");
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		this.customers.addTag("c1", "new");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"tags\":{\"manual\":[\"new\"]}}")));
	}

	@Test
	@DisplayName("S104 loses a tag, also its last one")
	void removesTag() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		this.customers.removeTag("c1", "vip");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"tags\":{\"manual\":[]}}")));
	}

	@Test
	@DisplayName("S104 keeps the tags around the one that is removed, in their order, also those that are no texts")
	void keepsOtherTags() {
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"tags\":{\"manual\":[\"a\",7,\"b\",null,\"c\"]}}");
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), STORED);
		this.customers.removeTag("c1", "b");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"tags\":{\"manual\":[\"a\",7,null,\"c\"]}}")));
	}

	@Test
	@DisplayName("S103 S104 S105 has a tag twice, gets no third one, and loses both at once")
	void removesTagThatIsThereTwice() {
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"tags\":{\"manual\":[\"a\",\"b\",\"a\"]}}");
		answer(patch(urlEqualTo(CUSTOMERS + "/c1")), "{\"id\":\"c1\",\"tags\":{\"manual\":[\"b\"]}}");
		assertThat(this.customers.addTag("c1", "a").tags().manual()).containsExactly("a", "b", "a");
		verify(0, patchRequestedFor(anyUrl()));
		assertThat(this.customers.removeTag("c1", "a").tags().manual()).containsExactly("b");
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1"))
			.withRequestBody(equalToJson("{\"tags\":{\"manual\":[\"b\"]}}")));
		answer(get(CUSTOMERS + "/c1"), "{\"id\":\"c1\",\"tags\":{\"manual\":[\"b\"]}}");
		assertThatExceptionOfType(TagNotFoundException.class).isThrownBy(() -> this.customers.removeTag("c1", "a"));
		verify(1, patchRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S105 loses no tag that it does not have, and nothing is written")
	void removesMissingTag() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		assertThatExceptionOfType(TagNotFoundException.class).isThrownBy(() -> this.customers.removeTag("c1", "robot"))
			.withMessageStartingWith("tag is 'robot': customer c1 has no such manual tag")
			.satisfies((ex) -> assertThat(ex.tag()).isEqualTo("robot"))
			.isInstanceOf(IllegalArgumentException.class);
		verify(0, patchRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S101 S102 S45 has automatic and manual tags")
	void hasTags() {
		answer(get(CUSTOMERS + "/c1"), STORED);
		Tags tags = this.customers.getById("c1").tags();
		assertThat(tags.auto()).containsExactly("robot");
		assertThat(tags.manual()).containsExactly("vip");
	}

	@Test
	@DisplayName("S149 is tied to a session")
	void addsSession() {
		server.stubFor(
				post(CUSTOMERS + "/c1/sessions").willReturn(jsonResponse("{\"id\":\"s1\",\"value\":\"visit\"}", 201)));
		Session session = this.customers.addSession("c1", SessionId.of("visit"));
		assertThat(session.id()).isEqualTo("s1");
		assertThat(session.value()).isEqualTo("visit");
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS + "/c1/sessions"))
			.withRequestBody(equalToJson("{\"value\":\"visit\"}")));
	}

	@Test
	@DisplayName("S149 may be tied to a session again, on request")
	void addsSessionAgain() {
		server.stubFor(post(CUSTOMERS + "/c1/sessions").willReturn(jsonResponse("{\"message\":\"known\"}", 400)));
		answer(get(CUSTOMERS + "/c1/sessions"),
				"{\"elements\":[{\"id\":\"s0\",\"value\":\"x\"},{\"id\":\"s1\",\"value\":\"visit\"}]}");
		SessionRepository sessions = this.customers.sessions("c1");
		assertThat(sessions.addIfAbsent(SessionId.of("visit")).id()).isEqualTo("s1");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> sessions.addIfAbsent(SessionId.of("other")));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> sessions.add(SessionId.of("visit")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 429, 500 })
	@DisplayName("S149 is not asked for its sessions when tying one failed for another reason")
	void addsSessionOnlyAgain(int status) {
		server.stubFor(any(urlPathEqualTo(CUSTOMERS + "/c1/sessions")).willReturn(status(status)));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.customers.sessions("c1").addIfAbsent(SessionId.of("visit")))
			.withMessageStartingWith("POST /customers/{customerId}/sessions failed");
		verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S149 has sessions that can be listed, found and untied")
	void managesSessions() {
		answer(get(CUSTOMERS + "/c1/sessions"), "{\"elements\":[{\"id\":\"s1\",\"value\":\"visit\"}]}");
		answer(get(CUSTOMERS + "/c2/sessions"), "[{\"id\":\"s1\",\"value\":\"visit\"}]");
		answer(get(CUSTOMERS + "/c1/sessions/s1"), "{\"id\":\"s1\",\"value\":\"visit\"}");
		server.stubFor(get(CUSTOMERS + "/c1/sessions/s2").willReturn(notFound()));
		server.stubFor(delete(CUSTOMERS + "/c1/sessions/s1").willReturn(ok()));
		SessionRepository sessions = this.customers.sessions("c1");
		assertThat(sessions.findAll()).extracting(Session::value).containsExactly("visit");
		assertThat(this.customers.sessions("c2").findAll()).isEqualTo(sessions.findAll());
		assertThat(sessions.findById("s1")).isPresent();
		assertThat(sessions.findById("s2")).isEmpty();
		sessions.deleteById("s1");
		assertThat(sessions.delete(SessionId.of("visit"))).isTrue();
		assertThat(sessions.delete(SessionId.of("other"))).isFalse();
		verify(2, deleteRequestedFor(urlEqualTo(CUSTOMERS + "/c1/sessions/s1")));
	}

	@Test
	@DisplayName("S147 has a session id that is a random UUID unless the application chose one")
	void hasSessionIds() {
		assertThat(UUID.fromString(SessionId.random().value()).version()).isEqualTo(4);
		assertThat(SessionId.random()).isNotEqualTo(SessionId.random());
		assertThat(SessionId.of("ses123")).hasToString("ses123");
		assertThatIllegalArgumentException().isThrownBy(() -> SessionId.of(""));
	}

	@Test
	@DisplayName("names its session in every write on request")
	void writesInSession() {
		server.stubFor(any(urlPathEqualTo(CUSTOMERS)).willReturn(jsonResponse(STORED, 200)));
		server.stubFor(any(urlPathEqualTo(CUSTOMERS + "/c1")).willReturn(jsonResponse(STORED, 200)));
		CustomerRepository visit = this.customers.inSession(SessionId.of("a b"));
		visit.insert(Customer.builder().externalId("e").build());
		visit.replace(Customer.builder().id("c1").build());
		visit.patch("c1", (change) -> change.set("extra", "x"));
		verify(1, postRequestedFor(urlEqualTo(CUSTOMERS + "?sessionId=a%20b"))
			.withRequestBody(equalToJson("{\"nodeId\":\"n1\",\"externalId\":\"e\"}")));
		verify(1, putRequestedFor(urlEqualTo(CUSTOMERS + "/c1?sessionId=a%20b"))
			.withRequestBody(equalToJson("{\"nodeId\":\"n1\",\"id\":\"c1\"}")));
		verify(1, patchRequestedFor(urlEqualTo(CUSTOMERS + "/c1?sessionId=a%20b"))
			.withRequestBody(equalToJson("{\"extra\":\"x\"}")));
		answer(get(urlPathEqualTo(CUSTOMERS)), page(STORED, 1, 1, 0));
		assertThat(visit.findAll(PageRequest.of(0, 10))).hasSize(1);
		verify(1, getRequestedFor(urlEqualTo(CUSTOMERS + "?page=0&size=10&nodeId=n1")));
	}

	@Test
	@DisplayName("is described by each of its sources")
	void hasSources() {
		answer(get(CUSTOMERS + "/c1/sources"),
				"{\"elements\":[{\"id\":\"s1\",\"base\":{\"firstName\":\"Ann\"},\"x\":1}]}");
		answer(get(CUSTOMERS + "/c1/sources/s1"), "{\"id\":\"s1\"}");
		server.stubFor(get(CUSTOMERS + "/c1/sources/s2").willReturn(notFound()));
		assertThat(this.customers.findSources("c1")).singleElement()
			.satisfies((source) -> assertThat(source.base().firstName()).isEqualTo("Ann"))
			.satisfies((source) -> assertThat(source.unknown()).isEqualTo(JsonObject.of("x", 1)));
		assertThat(this.customers.findSource("c1", "s1")).isPresent();
		assertThat(this.customers.findSource("c1", "s2")).isEmpty();
	}

	@Test
	@DisplayName("S110 S111 S113 S116 has educations, each changed with one request")
	void hasEducations() {
		String json = """
				{"id":"01","schoolType":"COLLEGE","schoolName":"n","schoolConcentration":"c","startYear":1994,
				"endYear":2000,"isCurrent":true}""";
		Education education = Education.builder()
			.id("01")
			.schoolType(SchoolType.COLLEGE)
			.schoolName("n")
			.schoolConcentration("c")
			.startYear(1994)
			.endYear(2000)
			.isCurrent(true)
			.build();
		checkItems("educations", this.customers.educations("c1"), education, json);
		assertThat(education.withSchoolConcentration("x").schoolConcentration()).isEqualTo("x");
	}

	@Test
	@DisplayName("S118 S119 S121 S124 has jobs, each changed with one request")
	void hasJobs() {
		Job job = Job.builder()
			.id("01")
			.jobTitle("t")
			.companyName("n")
			.companyIndustry("i")
			.startDate(LocalDate.of(1994, 10, 6))
			.endDate(LocalDate.of(1995, 10, 6))
			.isCurrent(false)
			.build();
		checkItems("jobs", this.customers.jobs("c1"), job, """
				{"id":"01","jobTitle":"t","companyName":"n","companyIndustry":"i","startDate":"1994-10-06",
				"endDate":"1995-10-06","isCurrent":false}""");
	}

	@Test
	@DisplayName("S126 S127 S129 S132 has likes, each changed with one request")
	void hasLikes() {
		Like like = Like.builder()
			.id("01")
			.name("n")
			.category("c")
			.createdTime(Instant.parse("2017-01-10T00:00:00Z"))
			.build();
		checkItems("likes", this.customers.likes("c1"), like,
				"{\"id\":\"01\",\"name\":\"n\",\"category\":\"c\",\"createdTime\":\"2017-01-10T00:00:00.000Z\"}");
	}

	@Test
	@DisplayName("S106 S107 has subscriptions, each changed with one request")
	void hasSubscriptions() {
		Subscription subscription = Subscription.builder()
			.id("01")
			.kind(SubscriptionKind.DIGITAL_MESSAGE)
			.subscribed(true)
			.preferences(Preference.builder().key("k").value("v").build())
			.build();
		checkItems("subscriptions", this.customers.subscriptions("c1"), subscription, """
				{"id":"01","kind":"DIGITAL_MESSAGE","subscribed":true,"preferences":[{"key":"k","value":"v"}]}""");
	}

	@Test
	@DisplayName("S109 has items with an id that is checked before any request")
	void checksIds() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.educations("c1").insert(Education.builder().build()))
			.withMessage("id of the Education is missing: choose one, by which it is found again");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.jobs("c1").replace(Job.builder().id(" ").build()))
			.withMessageStartingWith("id of the Job is missing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.likes(" "))
			.withMessageStartingWith("customerId is blank");
		verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "it-IT", "it", "IT_it", "italian", "ait_IT", "it_ITA", "it_IT ", " it_IT", "it_IT\n",
			"in it_IT and", "" })
	@DisplayName("S42 is not written with a locale that no workspace takes")
	void checksLocale(String locale) {
		Customer customer = Customer.builder().id("c1").base((base) -> base.locale(locale)).build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.insert(customer))
			.withMessageStartingWith("base.locale is '" + locale + "'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(customer));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.patch("c1", (change) -> change.set(BASE.LOCALE, locale)));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("S42 is not written with a part of more than 64 KB, and is with one of just that")
	void checksSizes() {
		answer(post(CUSTOMERS), STORED);
		String most = "é".repeat(32 * 1024 - 1);
		this.customers.insert(Customer.builder().extra(most).base((base) -> base.locale("zh_Hans_CN")).build());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.insert(Customer.builder().extra(most + "x").build()))
			.withMessage("extra has 65537 bytes as JSON: ContactHub takes at most 65536");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.insert(Customer.builder().build().withExtended("x", most)))
			.withMessageStartingWith("extended has");
		String title = "é".repeat((64 * 1024 - "{'title':''}".length()) / 2);
		this.customers.insert(Customer.builder().base((base) -> base.title(title)).build());
		Customer large = Customer.builder().id("c1").base((base) -> base.title(title + "x")).build();
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.insert(large))
			.withMessage("base has 65537 bytes as JSON: ContactHub takes at most 65536");
		assertThatIllegalArgumentException().isThrownBy(() -> this.customers.replace(large))
			.withMessageStartingWith("base has 65537 bytes");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.customers.patch("c1", (change) -> change.set(BASE.TITLE, title + "x")))
			.withMessageStartingWith("base has 65537 bytes");
		verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is not null")
	void refusesNull() {
		List<Runnable> calls = List.of(() -> this.customers.insert((Customer) null),
				() -> this.customers.upsert((Customer) null), () -> this.customers.replace((Customer) null),
				() -> this.customers.save(null), () -> this.customers.patch("c1", (CustomerPatch) null),
				() -> this.customers.delete((Customer) null), () -> this.customers.findById(null),
				() -> this.customers.findAll(null), () -> this.customers.findAll(null, PageRequest.of(0, 1)),
				() -> this.customers.count(null), () -> this.node.events().add((Event) null),
				() -> this.node.events().find(null, PageRequest.of(0, 1)));
		assertThat(calls).allSatisfy((call) -> assertThatIllegalArgumentException().isThrownBy(call::run));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("has no id that is null")
	void refusesNullIds() {
		List<Runnable> calls = List.of(() -> this.customers.getById(null), () -> this.customers.findById(null),
				() -> this.customers.deleteById(null),
				() -> this.customers.patch(null, (patch) -> patch.clear("extra")),
				() -> this.node.events().getById(null), () -> this.customers.jobs("c1").getById(null));
		assertThat(calls).allSatisfy((call) -> assertThatIllegalArgumentException().isThrownBy(call::run)
			.withMessageMatching("'?id.* (is null|is blank): give the id that ContactHub .*"));
		verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	@DisplayName("is read whatever words it holds")
	void readsTheWordError() {
		answer(get(CUSTOMERS + "/c1"),
				"{\"id\":\"c1\",\"extra\":\"error\",\"errors\":[\"error\"],\"message\":\"error\"}");
		assertThat(this.customers.getById("c1").extra()).isEqualTo("error");
	}

	private <T> void checkItems(String name, CustomerItemRepository<T> items, T item, String json) {
		String url = CUSTOMERS + "/c1/" + name;
		server.stubFor(post(url).willReturn(jsonResponse(json, 201)));
		answer(get(url + "/01"), json);
		answer(put(url + "/01"), json);
		server.stubFor(delete(url + "/01").willReturn(ok()));
		server.stubFor(any(urlEqualTo(url + "/02")).willReturn(notFound()));
		assertThat(items.insert(item)).isEqualTo(item);
		verify(1, postRequestedFor(urlEqualTo(url)).withRequestBody(equalToJson(json)));
		assertThat(items.findById("01")).contains(item);
		assertThat(items.getById("01")).isEqualTo(item);
		assertThat(items.replace(item)).isEqualTo(item);
		verify(1, putRequestedFor(urlEqualTo(url + "/01")).withRequestBody(equalToJson(json)));
		items.deleteById("01");
		verify(1, deleteRequestedFor(urlEqualTo(url + "/01")));
		verify(5, anyRequestedFor(anyUrl()));
		assertThat(items.findById("02")).isEmpty();
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> items.getById("02"));
		assertThatExceptionOfType(EmptyResultDataAccessException.class).isThrownBy(() -> items.deleteById("02"));
	}

	private static String page(String elements, int total, int pages, int number) {
		return "{\"elements\":[%s],\"page\":{\"size\":50,\"totalElements\":%d,\"totalPages\":%d,\"number\":%d}}"
			.formatted(elements, total, pages, number);
	}

	private static String lastBody() {
		List<LoggedRequest> requests = server.findAll(anyRequestedFor(anyUrl()));
		return requests.get(requests.size() - 1).getBodyAsString();
	}

}

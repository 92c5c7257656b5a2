package io.contacthub.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.customer.OtherContact;
import io.contacthub.query.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JsonObject}, and for the free parts of a {@link Customer}.
 */
@DisplayName("JsonObject")
class JsonObjectTests {

	@Test
	@DisplayName("S30 S31 take any names, and texts, numbers, dates, nulls, properties and lists of these")
	void takeAnything() {
		JsonObject properties = JsonObject.of("parent", 1, "mute", "two", "attributes", new BigDecimal("3.0"), "at",
				Instant.parse("2020-01-02T03:04:05Z"), "zoned", OffsetDateTime.parse("2020-01-02T03:04:05+01:00"), "on",
				LocalDate.of(2020, 1, 2), "none", null, "yes", true, "list",
				List.of(1, JsonObject.of("a", 1), OtherContact.builder().name("n").build()), "array",
				new Object[] { "x" });
		assertThat(ContactHubJson.mapper().writeValueAsString(properties)).isEqualTo(
				"""
						{"parent":1,"mute":"two","attributes":3.0,"at":"2020-01-02T03:04:05.000Z","zoned":"2020-01-02T02:04:05.000Z",\
						"on":"2020-01-02","none":null,"yes":true,"list":[1,{"a":1},{"name":"n"}],"array":["x"]}""");
	}

	@Test
	@DisplayName("refuse what has no form in JSON, and a value without a name")
	void refuseOthers() {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.of("a", Map.of("b", List.of(new Object()))))
			.withMessageStartingWith("'a.b[0]' is a java.lang.Object, which has no JSON form here");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.of("a", 1, "b"))
			.withMessageContaining("a value is missing");
	}

	@Test
	@DisplayName("S28 do not change with the map they come from, nor change it")
	void areCopies() {
		List<Object> list = new ArrayList<>(List.of(1));
		Map<String, Object> map = new LinkedHashMap<>(Map.of("list", list));
		JsonObject properties = JsonObject.copyOf(map);
		list.add(2);
		map.clear();
		assertThat(properties).isEqualTo(Map.of("list", List.of(1)));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> properties.put("a", 1));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<?>) properties.get("list")).clear());
		properties.toMap().clear();
		assertThat(properties).hasSize(1);
	}

	@Test
	@DisplayName("are reached by their path and changed one by one")
	void areReached() {
		JsonObject properties = JsonObject.of("a", JsonObject.of("a.b", JsonObject.of("a", 7)));
		assertThat(properties.at("a", "a.b", "a")).isEqualTo(7);
		assertThat(properties.at("a", "x", "a")).isNull();
		assertThat(properties.with("c", null).containsKey("c")).isTrue();
		assertThat(properties.without("a")).isEmpty();
	}

	@Test
	@DisplayName("S34 of the workspace take numbers, texts and objects, and are there from the start")
	void areExtended() {
		Customer customer = Customer.builder()
			.build()
			.withExtended("my_int", 1)
			.withExtended("my_string", "s")
			.withExtended("my_object", JsonObject.of("a.b", 2));
		assertThat(customer.extended()).containsOnlyKeys("my_int", "my_string", "my_object");
		assertThat(customer.get(Field.extended("my_object", "a.b"))).isEqualTo(2);
		assertThat(customer.get("extended.my_int")).isEqualTo(1);
	}

	@Test
	@DisplayName("S34 S35 of the workspace become a type of the application and come from it")
	void becomeTypes() {
		Loyalty loyalty = new Loyalty(17, new Loyalty.Card("gold", LocalDate.of(2020, 1, 2)));
		Customer customer = Customer.builder().extended(JsonObject.from(loyalty)).build();
		assertThat(customer.get("extended.card.since")).isEqualTo("2020-01-02");
		assertThat(customer.extendedAs(Loyalty.class)).isEqualTo(loyalty);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> customer.withExtended("points", "many").extendedAs(Loyalty.class))
			.withMessageEndingWith("does not fit " + Loyalty.class.getName() + ": 'points' is missing or is no int")
			.withMessageNotContaining("many");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> customer.withExtended("card", Map.of("since", "long ago")).extendedAs(Loyalty.class))
			.withMessageEndingWith("'card.since' is missing or is no LocalDate");
		assertThatIllegalArgumentException().isThrownBy(() -> Customer.builder().build().extendedAs(Loyalty.class))
			.withMessageEndingWith("'points' is missing or is no int");
		assertThatIllegalArgumentException().isThrownBy(() -> JsonObject.from(17));
	}

	@Test
	@DisplayName("S28 S29 are the template of a customer, in which nothing has to be declared")
	void areTemplates() {
		Map<String, Object> template = Map.of("base", Map.of(), "future", 1);
		Customer customer = Customer.builder(template).build();
		assertThat(customer.toMap()).isEqualTo(template);
		assertThat(customer.tags().manual()).isEmpty();
		assertThat(customer.withTags((tags) -> tags.withManual(List.of("a"))).toMap()).containsEntry("tags",
				Map.of("manual", List.of("a")));
	}

	@Test
	@DisplayName("S46 S47 S27 S44 of a customer are all reachable, typed or by their path")
	void areReachable() {
		Customer customer = Customer.of(Map.of("base", Map.of("firstName", "Ann", "dob", "1980-01-02", "planet", "Mars",
				"contacts", Map.of("email", "ann@example.com"))));
		assertThat(customer.base().firstName()).isEqualTo("Ann");
		assertThat(customer.base().lastName()).isNull();
		assertThat(customer.base().dob()).isEqualTo("1980-01-02");
		assertThat(customer.base().contacts().email()).isEqualTo("ann@example.com");
		assertThat(customer.get("base.planet")).isEqualTo("Mars");
		assertThat(customer.get("base.contacts.fax")).isNull();
		assertThat(customer.base().toMap()).containsOnlyKeys("firstName", "dob", "planet", "contacts");
	}

	/** A type of an application. */
	record Loyalty(int points, Card card) {

		record Card(String name, LocalDate since) {

		}

	}

}

package io.contacthub.samples.desk.find;

import java.time.ZoneId;
import java.util.List;

import io.contacthub.Workspace;
import io.contacthub.query.Query;
import org.json.JSONException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skyscreamer.jsonassert.JSONAssert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the queries of {@link CustomerList}, as ContactHub gets them.
 */
@DisplayName("Query of a filter")
class CustomerListTests {

	private static final ZoneId ROME = ZoneId.of("Europe/Rome");

	private final CustomerList list = new CustomerList(null,
			new SavedFilters(Workspace.builder().id("w").token("t").build()));

	@Test
	@DisplayName("is that of all customers when nothing is looked for")
	void all() {
		assertThat(this.list.query(CustomerFilter.none(), ROME).isAll()).isTrue();
	}

	@Test
	@DisplayName("compares an e-mail address as it was typed and in small letters")
	void email() {
		assertQuery("q", "Ada@Example.com", or(is("base.contacts.email", "EQUALS", "'Ada@Example.com'"),
				is("base.contacts.email", "EQUALS", "'ada@example.com'")));
	}

	@Test
	@DisplayName("compares one word with names in their usual spellings, and with external ids as it is")
	void word() {
		assertQuery("q", "rossi", or(is("externalId", "EQUALS", "'rossi'"),
				equal("base.firstName", "rossi", "Rossi", "ROSSI"), equal("base.lastName", "rossi", "Rossi", "ROSSI")));
	}

	@Test
	@DisplayName("compares two words with both names in either order, and with names of two words")
	void words() {
		assertQuery("q", "De Luca",
				or(is("externalId", "EQUALS", "'De Luca'"), equal("base.firstName", "De Luca", "DE LUCA"),
						equal("base.lastName", "De Luca", "DE LUCA"),
						and(or(equal("base.firstName", "De", "DE")), or(equal("base.lastName", "Luca", "LUCA"))),
						and(or(equal("base.lastName", "De", "DE")), or(equal("base.firstName", "Luca", "LUCA")))));
	}

	@Test
	@DisplayName("stays within the length of an address, however many words are typed")
	void manyWords() {
		String name = "maria ".repeat(33).strip();
		assertThat(this.list.query(CustomerFilter.of("q", name), ROME).toJson().length()).isLessThan(8000);
	}

	@Test
	@DisplayName("looks for tags of people and of automations, as they are")
	void tag() {
		assertQuery("tag", "Vip", or(is("tags.manual", "IN", "'Vip'"), is("tags.auto", "IN", "'Vip'")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					bornFrom        | 1980-01-31                | base.dob     | GTE    | '1980-01-31'
					bornTo          | 1980-01-31                | base.dob     | LTE    | '1980-01-31'
					registeredSince | 2026-07-01                | registeredAt | GTE    | '2026-06-30T22:00:00.000Z'
					enabled         | true                      | enabled      | EQUALS | true
					enabled         | false                     | enabled      | EQUALS | false
					consent         | marketing.automatic.email | consents.marketing.automatic.email.status | EQUALS | true
					consent         | thirdPartyTransfer.profiling | consents.thirdPartyTransfer.profiling.status | EQUALS | true
					""",
			quoteCharacter = '`')
	@DisplayName("compares what is chosen:")
	void choice(String name, String value, String attribute, String operator, String expected) {
		assertQuery(name, value, is(attribute, operator, expected));
	}

	@Test
	@DisplayName("requires all that is looked for")
	void everything() {
		CustomerFilter filter = new CustomerFilter(null, "Milano", "vip", "1980-01-01", "1989-12-31", null, null,
				"true", null);
		assertQuery(filter,
				and(or(is("base.address.city", "EQUALS", "'Milano'"), is("base.address.city", "EQUALS", "'MILANO'")),
						or(is("tags.manual", "IN", "'vip'"), is("tags.auto", "IN", "'vip'")),
						is("base.dob", "GTE", "'1980-01-01'"), is("base.dob", "LTE", "'1989-12-31'"),
						is("enabled", "EQUALS", "true")));
	}

	@ParameterizedTest
	@CsvSource({ "bornFrom, yesterday", "registeredSince, 2026-13-01", "consent, marketing.pigeon" })
	@DisplayName("is refused for what cannot be meant, instead of finding more:")
	void refuses(String name, String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.list.query(CustomerFilter.of(name, value), ROME))
			.withMessageContaining(value);
	}

	private void assertQuery(String name, String value, String condition) {
		assertQuery(CustomerFilter.of(name, value), condition);
	}

	private void assertQuery(CustomerFilter filter, String condition) {
		Query query = this.list.query(filter, ROME);
		try {
			JSONAssert.assertEquals("{'name':'query','query':{'type':'simple','are':{'condition':" + condition + "}}}",
					query.toJson(), true);
		}
		catch (JSONException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String equal(String attribute, String... values) {
		return String.join(",",
				List.of(values).stream().map((value) -> is(attribute, "EQUALS", "'" + value + "'")).toList());
	}

	private static String is(String attribute, String operator, String value) {
		return "{'type':'atomic','attribute':'%s','operator':'%s','value':%s}".formatted(attribute, operator, value);
	}

	private static String and(String... conditions) {
		return composite("and", conditions);
	}

	private static String or(String... conditions) {
		return composite("or", conditions);
	}

	private static String composite(String conjunction, String... conditions) {
		return "{'type':'composite','conjunction':'%s','conditions':[%s]}".formatted(conjunction,
				String.join(",", conditions));
	}

}

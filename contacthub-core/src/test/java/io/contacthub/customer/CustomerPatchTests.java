package io.contacthub.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What counts as a change, and what is only another way to say what ContactHub has.
 */
@DisplayName("Of a customer that ContactHub has")
class CustomerPatchTests {

	private static final String STORED = """
			{"id":"c1","base":{"firstName":"Ann","dob":"1980-01-02","contacts":{"email":"ann@example.com","fax":null,
			"otherContacts":[],"mobileDevices":[]},"address":null,"educations":[],
			"jobs":[{"id":"j","companyName":"x","companyIndustry":null,"startDate":"2001-02-03","endDate":null}],
			"likes":[{"id":"l","name":"x","category":null,"createdTime":"2017-01-10T00:00:00.000+0000"}],
			"subscriptions":[{"id":"s","name":null,"kind":"SERVICE","startDate":"2022-02-22T20:22:22.215+0000",
			"registeredAt":"2022-02-22T20:22:23.000+0000","updatedAt":"2022-02-23T20:22:23.000+0000",
			"preferences":[{"key":"a","value":"b"},{"key":"c","value":null}]},{"id":"t","preferences":[]}]},
			"extended":{"seen":"2022-02-22T20:22:22.000+0000","visits":[{"at":"2022-02-22T20:22:22.000+0000"}],"n":1},
			"own":{"at":"2022-02-22T20:22:22.000+0000"},"tags":{"auto":[],"manual":["a"]},"consents":null}""";

	@Test
	@DisplayName("lists are no change where they lack but what ContactHub adds")
	void knowsWhatIsAdded() {
		assertThat(base("""
				{"jobs":[{"id":"j","companyName":"x","startDate":"2001-02-03"}],
				"likes":[{"id":"l","name":"x","createdTime":"2017-01-10T00:00:00Z"}],
				"subscriptions":[{"id":"s","kind":"SERVICE","startDate":"2022-02-22T21:22:22.215+01:00",
				"preferences":[{"key":"a","value":"b"},{"key":"c"}]},{"id":"t"}]}""")).isEmpty();
		Subscription typed = Subscription.builder()
			.id("s")
			.kind(SubscriptionKind.SERVICE)
			.startDate(Instant.parse("2022-02-22T20:22:22.215Z"))
			.preferences(
					List.of(Preference.builder().key("a").value("b").build(), Preference.builder().key("c").build()))
			.build();
		Customer stored = read(STORED);
		Customer wanted = stored.withBase((base) -> base
			.withSubscriptions(List.of(typed, Subscription.builder().id("t").preferences(List.of()).build())));
		assertThat(CustomerPatch.between(stored, wanted).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"subscriptions\":[{\"id\":\"s\",\"kind\":\"SERVICE\"},{\"id\":\"t\"}]}",
			"{\"subscriptions\":[{\"id\":\"t\"}]}", "{\"jobs\":[]}", "{\"jobs\":[{\"id\":\"j\"}]}",
			"{\"jobs\":[{\"id\":\"j\",\"companyName\":\"x\",\"startDate\":\"2001-02-03\",\"own\":null}]}",
			"{\"likes\":[{\"id\":\"l\",\"name\":\"x\",\"createdTime\":\"2017-01-10T00:00:00.001Z\"}]}",
			"{\"likes\":[{\"id\":\"l\",\"name\":\"x\",\"createdTime\":\"2017-01-10T00:00:00Z\","
					+ "\"registeredAt\":\"2017-01-10T00:00:00Z\"}]}" })
	@DisplayName("lists are a change where anything else differs, and are sent as they are given")
	void noticesOtherElements(String base) {
		Map<String, Object> wanted = document("{\"base\":" + base + "}");
		assertThat(base(base)).isEqualTo(Customer.of(wanted).base().toMap());
	}

	@Test
	@DisplayName("a time of a subscription is a change where another one is given")
	void noticesOtherTimes() {
		Customer stored = read(STORED);
		Customer changed = stored.withBase((base) -> base.withSubscriptions(
				(subscriptions) -> subscriptions.set(0, subscriptions.get(0).withUpdatedAt(Instant.EPOCH))));
		assertThat(CustomerPatch.between(stored, changed).toMap())
			.isEqualTo(Map.of("base", Map.of("subscriptions", changed.base().toMap().get("subscriptions"))));
	}

	@ParameterizedTest
	@CsvSource({ "2022-02-22T20:22:22.000Z,true", "2022-02-22T20:22:22Z,true", "2022-02-22T21:22:22+01:00,true",
			"2022-02-22T20:22:22.000+0000,true", "2022-02-22T20:22:22.001Z,false", "2022-02-22T21:22:22Z,false",
			"2022-02-22T20:22:22,false", "2022-02-22,false", "x,false" })
	@DisplayName("a date among its own properties is no change in another form, and is in any other time")
	void comparesDates(String text, boolean equal) {
		assertThat(change("{\"extended\":{\"seen\":\"" + text + "\"}}").isEmpty()).isEqualTo(equal);
		assertThat(change("{\"extended\":{\"visits\":[{\"at\":\"" + text + "\"}]}}").isEmpty()).isEqualTo(equal);
		assertThat(change("{\"own\":{\"at\":\"" + text + "\"}}").isEmpty()).isEqualTo(equal);
	}

	@Test
	@DisplayName("a text in another form than ContactHub's is no date")
	void takesOtherFormsForTexts() {
		Customer stored = read("{\"extended\":{\"seen\":\"2022-02-22T20:22:22.000Z\"}}");
		Customer wanted = read("{\"extended\":{\"seen\":\"2022-02-22T20:22:22.000+0000\"}}");
		assertThat(CustomerPatch.between(stored, wanted).isEmpty()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "{\"externalId\":\"%s\"}", "{\"extra\":\"%s\"}", "{\"base\":{\"firstName\":\"%s\"}}",
			"{\"base\":{\"dob\":\"%s\"}}", "{\"tags\":{\"manual\":[\"%s\"]}}" })
	@DisplayName("a text that looks like a date-time is a change in another form where ContactHub keeps texts as they are")
	void takesTextsAsTheyAre(String document) {
		Customer stored = read(document.formatted("2022-02-22T00:30:00.000+0000"));
		Customer wanted = read(document.formatted("2022-02-21T23:30:00.000-0100"));
		assertThat(CustomerPatch.between(stored, wanted).toMap()).isEqualTo(wanted.toMap());
		assertThat(CustomerPatch.of(wanted.toMap()).remainingFor(stored).toMap()).isEqualTo(wanted.toMap());
	}

	@Test
	@DisplayName("explicit nulls and empty lists among its own properties are a change within lists")
	void isStrictAboutOwnProperties() {
		assertThat(
				change("{\"extended\":{\"visits\":[{\"at\":\"2022-02-22T20:22:22.000+0000\",\"x\":null}]}}").isEmpty())
			.isFalse();
		assertThat(change("{\"extended\":{\"visits\":[{\"at\":\"2022-02-22T20:22:22.000+0000\",\"x\":[]}]}}").isEmpty())
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"base\":{\"firstName\":\"Ann\",\"lastName\":\"x\"}} | {\"base\":{\"lastName\":\"x\"}}",
			"{\"base\":{\"firstName\":null,\"lastName\":null}} | {\"base\":{\"firstName\":null}}",
			"{\"base\":{\"educations\":[],\"jobs\":[],\"address\":{}}} | {\"base\":{\"jobs\":[]}}",
			"{\"base\":{\"address\":{\"city\":null,\"geo\":{}}},\"consents\":{}} | {}",
			"{\"base\":{\"credential\":{\"own\":{}}}} | {\"base\":{\"credential\":{\"own\":{}}}}",
			"{\"base\":{\"contacts\":\"x\"}} | {\"base\":{\"contacts\":\"x\"}}",
			"{\"tags\":{\"manual\":[\"a\"],\"auto\":null}} | {}",
			"{\"tags\":{\"manual\":[\"a\",\"b\"]}} | {\"tags\":{\"manual\":[\"a\",\"b\"]}}",
			"{\"extended\":{\"n\":1.0,\"x\":null,\"seen\":\"2022-02-22T20:22:22Z\"}} | {}",
			"{\"extended\":{\"x\":{},\"y\":[],\"n\":{\"z\":null}}} | {\"extended\":{\"x\":{},\"y\":[],\"n\":{\"z\":null}}}",
			"{\"extended\":{\"x\":{\"y\":null}}} | {}", "{\"extended\":{}} | {}",
			"{\"extended\":null} | {\"extended\":null}",
			"{\"extra\":null,\"externalId\":\"1\",\"enabled\":false} | {\"externalId\":\"1\",\"enabled\":false}",
			"{\"id\":\"c2\",\"nodeId\":\"n\",\"updatedAt\":\"x\"} | {}" })
	@DisplayName("a patch leaves what is so already")
	void leavesWhatIsSo(String patch, String remaining) {
		assertThat(CustomerPatch.of(document(patch)).remainingFor(read(STORED)).toMap()).isEqualTo(document(remaining));
	}

	@Test
	@DisplayName("a patch to all that it has leaves nothing")
	void leavesNothing() {
		Customer stored = read(STORED);
		assertThat(CustomerPatch.of(document(STORED)).remainingFor(stored).isEmpty()).isTrue();
		assertThat(CustomerPatch.of(stored.toMap()).remainingFor(stored).isEmpty()).isTrue();
		assertThat(CustomerPatch.of(document(STORED)).remainingFor(read("{\"id\":\"c1\"}")).toMap())
			.containsOnlyKeys("base", "extended", "own", "tags");
	}

	/**
	 * Return the changes to the base properties when it has some others.
	 */
	private static Map<?, ?> base(String base) {
		Object changes = change("{\"base\":" + base + "}").toMap().get("base");
		return (changes instanceof Map<?, ?> map) ? map : Map.of();
	}

	/**
	 * Return the changes when it has some other members.
	 */
	private static CustomerPatch change(String members) {
		Customer stored = read(STORED);
		return CustomerPatch.between(stored, CustomerPatch.of(document(members)).applyTo(stored));
	}

	private static Customer read(String json) {
		return ContactHubJson.mapper().readValue(json, Customer.class);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> document(String json) {
		return ContactHubJson.mapper().readValue(json, Map.class);
	}

}

package io.contacthub.emulator;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for customers and events that are made up by a seed.
 */
@DisplayName("By a seed,")
class GeneratedDataTests {

	private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

	private static final int NUMBER = 2000;

	private final List<GeneratedData.Generated> all = all(7, NOW);

	@Test
	@DisplayName("each customer is the same on any machine, whatever came before")
	void sameSeedMakesTheSame() throws Exception {
		GeneratedData again = new GeneratedData(7, "n", NOW.plusSeconds(1000));
		assertThat(again.customer(1234)).isEqualTo(this.all.get(1233));
		assertThat(again.customer(5)).isEqualTo(this.all.get(4));
		assertThat(new GeneratedData(8, "n", NOW).customer(5)).isNotEqualTo(this.all.get(4));
		String text = this.all.subList(0, 300).toString();
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		assertThat(HexFormat.of().formatHex(digest))
			.isEqualTo("faacb9f00d4ccfdb01e158c1f707d94eac2f5a52eff7f55973507d570bf36151");
	}

	@Test
	@DisplayName("all customers and events are such that the API would take them")
	void documentsAreValid() {
		List<Violation> violations = new ArrayList<>();
		for (GeneratedData.Generated generated : this.all) {
			CustomerSchemas.POST.check(generated.customer(), "", violations);
			for (ObjectNode event : generated.events()) {
				ObjectNode body = event.deepCopy().put("customerId", generated.id());
				body.remove("id");
				EventSchemas.check(EventSchemas.POST, body, Map.of(), violations);
			}
		}
		assertThat(violations).isEmpty();
	}

	@Test
	@DisplayName("names fit the person, and addresses and numbers are nobody's")
	void customersAreBelievable() {
		Map<String, String> provinces = new HashMap<>();
		Map<String, String> women = new HashMap<>();
		for (GeneratedData.Generated generated : this.all) {
			ObjectNode customer = generated.customer();
			String locale = customer.at("/base/locale").stringValue();
			String firstName = customer.at("/base/firstName").stringValue();
			String gender = customer.at("/base/gender").stringValue();
			assertThat(customer.at("/base/prefix").stringValue()).isIn(gender.equals("F")
					? List.of("Sig.ra", "Frau", "Mme", "Ms", "Sra.") : List.of("Sig.", "Herr", "M.", "Mr", "Sr."));
			if (locale.equals("it_IT") || locale.equals("fr_FR")) {
				assertThat(women.merge(locale + firstName, gender, (before, now) -> before.equals(now) ? now : "both"))
					.as(firstName)
					.isEqualTo(gender);
			}
			assertThat(customer.at("/base/contacts/email").stringValue())
				.matches("[a-z]+(\\.[a-z]+)?\\d+@example\\.(com|org|net)");
			assertThat(customer.at("/base/contacts/mobilePhone").asString("")).matches(
					"|\\+39 555 \\d{6}|\\+49 171 39200\\d\\d|\\+33 6 39 98 \\d\\d \\d\\d|\\+44 7700 900\\d{3}|\\+34 555 \\d{3} \\d{3}");
			assertThat(customer.at("/base/address/zip").stringValue())
				.matches(locale.equals("en_GB") ? "[A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}" : "\\d{5}");
			String province = customer.at("/base/address/province").stringValue()
					+ customer.at("/base/address/region").stringValue() + locale;
			assertThat(provinces.merge(customer.at("/base/address/city").stringValue(), province,
					(before, now) -> before.equals(now) ? now : "both"))
				.isEqualTo(province);
			assertThat(LocalDate.parse(customer.at("/base/dob").stringValue())).isBetween(LocalDate.of(1938, 1, 1),
					LocalDate.of(2006, 1, 1));
			boolean newsletter = customer.at("/base/subscriptions/0/subscribed").asBoolean(false);
			assertThat(customer.at("/consents/marketing/automatic/email/status").booleanValue()).isEqualTo(newsletter);
			assertThat(customer.at("/tags/manual").size()).isEqualTo(newsletter ? 1 : 0);
		}
		assertThat(provinces).hasSizeGreaterThan(40);
		for (String some : List.of("/base/educations", "/base/jobs", "/base/likes", "/base/socialProfile",
				"/extended")) {
			assertThat(this.all.stream().filter((generated) -> !generated.customer().at(some).isMissingNode())).as(some)
				.hasSizeBetween(100, 1500);
		}
	}

	@Test
	@DisplayName("e-mail addresses and external ids of a million customers are their own")
	void addressesAreUnique() {
		GeneratedNames names = GeneratedNames.get();
		GeneratedPeriod period = GeneratedPeriod.before(NOW);
		for (int number = 1; number <= 1_000_000; number += 13) {
			GeneratedPerson person = GeneratedPerson.of(number, new Dice(3, number), names, period);
			// the rest has no digit, so the number tells each from all others
			assertThat(person.account().replaceFirst("^[a-z.]+", "")).isEqualTo(String.valueOf(number));
			assertThat(person.externalId()).endsWith(String.valueOf(number));
		}
	}

	@Test
	@DisplayName("events come in an order that makes sense, within the time before the clock")
	void storiesMakeSense() {
		int[] orders = new int[1];
		for (GeneratedData.Generated generated : this.all) {
			Instant last = generated.registered();
			Map<String, Integer> places = new HashMap<>();
			for (int place = 0; place < generated.events().size(); place++) {
				ObjectNode event = generated.events().get(place);
				Instant date = DateFormats.dateTime(event.path("date").stringValue());
				assertThat(date).isBetween(last, NOW);
				last = date;
				String type = event.path("type").stringValue();
				JsonNode properties = event.path("properties");
				switch (type) {
					case "completedOrder", "abandonedCart" -> {
						orders[0]++;
						checkAmounts(properties);
						if (event.path("context").stringValue().equals("ECOMMERCE")) {
							properties.path("products")
								.forEach((line) -> assertThat(places).containsKey("addedProduct" + line.path("id")));
						}
						places.put("ordered" + properties.path("orderId"), place);
					}
					case "orderShipped" -> assertThat(places).containsKey("ordered" + properties.path("orderId"));
					case "addedProduct" -> {
						assertThat(places).containsKey("viewedProduct" + properties.path("id"));
						places.put(type + properties.path("id"), place);
					}
					case "viewedProduct" -> places.put(type + properties.path("id"), place);
					case "campaignSent", "campaignOpened", "campaignLinkClicked" -> {
						places.put(type + properties.path("campaignId"), place);
						if (!type.equals("campaignSent")) {
							assertThat(places).containsKey("campaignSent" + properties.path("campaignId"));
						}
						if (type.equals("campaignLinkClicked")) {
							assertThat(places).containsKey("campaignOpened" + properties.path("campaignId"));
						}
						assertThat(generated.customer().at("/base/subscriptions/0/subscribed").booleanValue()).isTrue();
					}
					default -> {
					}
				}
			}
			boolean buying = generated.customer().at("/tags/auto/0").stringValue().matches("buyer|vip");
			assertThat(generated.events()
				.stream()
				.anyMatch((event) -> event.at("/type").stringValue().equals("completedOrder"))).isEqualTo(buying);
		}
		assertThat(orders[0]).isBetween(500, 2000);
		assertThat(this.all.stream().mapToInt((generated) -> generated.events().size()).average()).hasValueCloseTo(3.9,
				Offset.offset(0.5));
	}

	private static void checkAmounts(JsonNode properties) {
		BigDecimal revenue = sum(properties, "subtotal");
		JsonNode amount = properties.path("amount");
		assertThat(amount.path("revenue").decimalValue()).isEqualByComparingTo(revenue);
		assertThat(amount.path("tax").decimalValue()).isEqualByComparingTo(sum(properties, "tax"));
		assertThat(amount.path("discount").decimalValue()).isEqualByComparingTo(sum(properties, "discount"));
		assertThat(amount.path("total").decimalValue())
			.isEqualByComparingTo(revenue.add(amount.path("shipping").decimalValue())
				.add(sum(properties, "tax"))
				.subtract(sum(properties, "discount")));
		properties.path("products")
			.forEach((line) -> assertThat(line.path("subtotal").decimalValue()).isEqualByComparingTo(
					line.path("price").decimalValue().multiply(line.path("quantity").decimalValue())));
	}

	private static BigDecimal sum(JsonNode properties, String member) {
		return properties.path("products")
			.values()
			.stream()
			.map((line) -> line.path(member).decimalValue())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	@DisplayName("nothing happens after a clock that is set back")
	void clockMayBeInThePast() {
		Instant past = Instant.parse("2019-05-05T05:05:05Z");
		for (GeneratedData.Generated generated : all(7, past)) {
			assertThat(generated.registered()).isBefore(past);
			generated.events()
				.forEach((event) -> assertThat(DateFormats.dateTime(event.path("date").stringValue()))
					.isBeforeOrEqualTo(past));
		}
	}

	@Test
	@DisplayName("an emulator is filled, which can be read at once, exported and seeded again")
	void emulatorIsFilled(@TempDir Path folder) throws IOException {
		Path schema = Files.writeString(folder.resolve("extended.json"), "{\"required\":[\"code\"]}");
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.uniqueProperties("base.contacts.email", "externalId")
			.extendedSchema(schema)
			.start()) {
			emulator.populate(30, 1);
			emulator.populate(15, 1);
			emulator.populate(5, 2);
			JsonNode page = ApiClient.of(emulator).get("/customers", "nodeId", emulator.nodeId(), "size", "50").json();
			assertThat(page.at("/page/totalElements").intValue()).isEqualTo(50);
			assertThat(page.path("elements").values())
				.allSatisfy((customer) -> assertThat(customer.path("extended").isNull()).isTrue());
			String id = page.at("/elements/0/id").stringValue();
			assertThat(ApiClient.of(emulator).get("/events", "customerId", id).at("/page/totalElements").intValue())
				.isPositive();
			String first = export(emulator);
			emulator.reset();
			emulator.seed(new StringReader(first));
			assertThat(export(emulator)).isEqualTo(first);
			emulator.reset();
			emulator.populate(45, 1);
			emulator.populate(5, 2);
			assertThat(export(emulator)).isEqualTo(first);
		}
	}

	@Test
	@DisplayName("a library is needed, which is named when it is not there")
	void libraryIsNamed() throws Exception {
		try (URLClassLoader without = JsonSchemaTests.without("datafaker")) {
			Throwable failure = catchThrowable(() -> {
				Constructor<?> constructor = without.loadClass(GeneratedData.class.getName())
					.getDeclaredConstructor(long.class, String.class, Instant.class);
				constructor.setAccessible(true);
				constructor.newInstance(1L, "n", NOW);
			});
			assertThat(failure.getCause()).isInstanceOf(IllegalArgumentException.class)
				.hasMessage("Customers of a seed need the dependency net.datafaker:datafaker, which is missing");
		}
	}

	private static String export(ContactHubEmulator emulator) throws IOException {
		StringWriter writer = new StringWriter();
		emulator.export(writer);
		return writer.toString();
	}

	private static List<GeneratedData.Generated> all(long seed, Instant now) {
		GeneratedData data = new GeneratedData(seed, "n", now);
		return IntStream.rangeClosed(1, NUMBER).mapToObj(data::customer).toList();
	}

}

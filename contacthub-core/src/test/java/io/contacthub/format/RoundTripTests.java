package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.contacthub.customer.Customer;
import io.contacthub.json.Members;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written is read again.
 */
@DisplayName("Customers that are written are read as they were")
class RoundTripTests {

	private static final int CUSTOMERS = 2000;

	private static final String[] COLUMNS = { "externalId", "enabled", "base.firstName", "base.lastName", "base.dob",
			"base.timezone", "base.contacts.email", "base.address.geo.lat", "base.jobs", "base.likes", "tags.manual",
			"tags.auto", "extended.text", "extended.number:number", "extended.yes:boolean", "extended.any:json",
			"consents.disclaimer.date", "extra" };

	private static final String[] PIECES = { "a", "Z", " ", "\"", "\"\"", ",", ";", "|", "\n", "\r\n", "\r", "\t", "=",
			"+", "-", "@", "'", "[", "{", "#", "\u00e9", "007", "null", "\\" };

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			UTF-8,        44, 124, false
			UTF-8,        59,  44, true
			UTF-8,         9,  59, false
			windows-1252, 59, 124, true
			ISO-8859-1,   44,  43, false
			""")
	@DisplayName("in CSV, whatever their texts hold")
	void inCsv(String charset, int separator, int listSeparator, boolean escaped) throws IOException {
		CsvFormat<Customer> format = CsvFormat.of(Customer.class)
			.withCharset(Charset.forName(charset))
			.withSeparator((char) separator)
			.withListSeparator((char) listSeparator)
			.withFormulasEscaped(escaped)
			.withByteOrderMark(true)
			.withColumns(COLUMNS);
		check(format, customers(charset.equals("UTF-8") ? "\ud83d\ude00\u20ac" : "\u00fc"));
	}

	@Test
	@DisplayName("in JSON Lines, whatever they hold")
	void inJsonLines() throws IOException {
		check(JsonLinesFormat.of(Customer.class), customers("\ud83d\ude00\u0000\u2028"));
	}

	private static void check(DocumentFormat<Customer> format, List<Customer> customers) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<Customer> writer = format.writer(output)) {
			for (Customer customer : customers) {
				writer.write(customer);
			}
			assertThat(writer.written()).isEqualTo(CUSTOMERS);
		}
		try (DocumentReader<Customer> reader = format.reader(new ByteArrayInputStream(output.toByteArray()), "test")) {
			for (Customer customer : customers) {
				Row<Customer> row = reader.next();
				assertThat(row.refusal()).isNull();
				assertThat(Members.comparable(row.value().toMap())).isEqualTo(Members.comparable(customer.toMap()));
			}
			assertThat(reader.hasNext()).isFalse();
		}
	}

	private static List<Customer> customers(String special) {
		Random random = new Random(18);
		List<Customer> customers = new ArrayList<>();
		for (int i = 0; i < CUSTOMERS; i++) {
			Map<String, @Nullable Object> base = new LinkedHashMap<>();
			Map<String, @Nullable Object> extended = new LinkedHashMap<>();
			Map<String, @Nullable Object> document = new LinkedHashMap<>(Map.of("externalId", "id-" + i));
			put(random, document, "enabled", random.nextBoolean());
			put(random, document, "extra", text(random, special));
			put(random, base, "firstName", text(random, special));
			put(random, base, "lastName", text(random, special));
			put(random, base, "dob", "19" + (10 + random.nextInt(90)) + "-02-03");
			put(random, base, "timezone", "Europe/Rome");
			put(random, base, "contacts", Map.of("email", "a" + i + "@example.com"));
			put(random, base, "address", Map.of("geo", Map.of("lat", BigDecimal.valueOf(random.nextInt(9000), 2))));
			put(random, base, "jobs", List.of(Map.of("companyName", text(random, special), "startDate", "2000-01-01"),
					Map.of("future", List.of(random.nextInt()))));
			put(random, base, "likes", List.of());
			put(random, extended, "text", text(random, special));
			put(random, extended, "number", BigDecimal.valueOf(random.nextLong(), random.nextInt(20)));
			put(random, extended, "yes", random.nextBoolean());
			put(random, extended, "any", random.nextBoolean() ? text(random, special) : List.of(1, Map.of("a", 2)));
			put(random, document, "base", base.isEmpty() ? null : base);
			put(random, document, "extended", extended.isEmpty() ? null : extended);
			put(random, document, "tags", Map.of("manual", texts(random, special), "auto", texts(random, special)));
			put(random, document, "consents", Map.of("disclaimer", Map.of("date", "2018-05-25T00:00:00.000Z")));
			customers.add(Customer.of(document));
		}
		return customers;
	}

	private static void put(Random random, Map<String, @Nullable Object> map, String name, @Nullable Object value) {
		if (value != null && random.nextInt(4) > 0) {
			map.put(name, value);
		}
	}

	private static List<String> texts(Random random, String special) {
		List<String> texts = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			texts.add(text(random, special));
		}
		return texts;
	}

	private static String text(Random random, String special) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(6); i > 0; i--) {
			int piece = random.nextInt(PIECES.length + 2);
			text.append((piece < PIECES.length) ? PIECES[piece] : special);
		}
		return text.toString();
	}

}

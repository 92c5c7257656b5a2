package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.json.ApiObject;
import io.contacthub.json.ContactHubJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link JsonLinesFormat}.
 */
@DisplayName("JSON Lines")
class JsonLinesTests {

	private static final JsonLinesFormat<Customer> CUSTOMERS = JsonLinesFormat.of(Customer.class);

	@Test
	@DisplayName("give a document for each line, with its place")
	void giveDocuments() {
		List<Row<Customer>> rows = read("{\"externalId\":\"1\"}\r\n\n# a comment\n {\"externalId\":\"2\"} ");
		assertThat(rows).extracting((row) -> row.value().externalId()).containsExactly("1", "2");
		assertThat(rows).extracting(Row::number).containsExactly(1L, 2L);
		assertThat(rows).extracting(Row::line).containsExactly(1L, 4L);
		assertThat(rows).noneMatch(Row::isRefused).extracting(Row::refusal).containsOnlyNulls();
		assertThat(rows.get(0)).hasToString("Row[line 1]");
	}

	@Test
	@DisplayName("may be without any document")
	void mayBeEmpty() {
		assertThat(read("")).isEmpty();
		assertThat(read("\uFEFF\n\n")).isEmpty();
	}

	@Test
	@DisplayName("lose nothing, not even what the library does not know or cannot read")
	void loseNothing() throws IOException {
		String line = """
				{"id":"c1","externalId":"007","base":{"firstName":"","dob":"31/12/1980","timezone":"Mars/Olympus",\
				"contacts":{"email":"a@example.com","future":{"a":[1,2.50,null]}},"jobs":[{"startDate":"soon"}]},\
				"extended":{"points":1234567890123456789012.50,"exact":1E+2,"none":null,"list":[]},"later":[{}]}
				""";
		List<Row<Customer>> rows = read(line);
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentWriter<Customer> writer = CUSTOMERS.writer(output)) {
			writer.write(rows.get(0).value());
			assertThat(writer.written()).isOne();
			writer.flush();
			assertThat(writer.bytesWritten()).isEqualTo(output.size());
		}
		assertThat(ContactHubJson.mapper().readTree(output.toByteArray()))
			.isEqualTo(ContactHubJson.mapper().readTree(line));
		assertThat(output.toString(StandardCharsets.UTF_8)).endsWith("}\n")
			.contains("1234567890123456789012.50", "1E+2", "2.50");
	}

	@Test
	@DisplayName("keep what is null for a patch")
	void keepNulls() {
		Row<Customer> row = read("{\"externalId\":null,\"base\":{\"dob\":null}}").get(0);
		assertThat(row.document()).containsEntry("externalId", null)
			.containsEntry("base", Collections.singletonMap("dob", null));
		assertThat(row.value().externalId()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			[]                                ~ is no JSON object: a document is one, on one line
			"a"                               ~ is no JSON object: a document is one, on one line
			{"externalId":"1"                 ~ the JSON is not closed
			{"externalId":"1"} {}             ~ is no JSON: there is more after its end
			{"externalId":"1","externalId":2} ~ is no JSON: it has "externalId" twice
			{'externalId':1}                  ~ is no JSON: see character 2
			{"externalId":nil}                ~ is no JSON: see character 15
			{"base":{"jobs":[{"a":1]}}        ~ is no JSON: see character 24
			{"sessionId":"s","value":"v"}     ~ is a session: only customers and events are read from files
			{"type":"loggedIn","context":"WEB"} ~ is an event, and no customer: read events by themselves
			""")
	@DisplayName("refuse a line that is no document, and go on")
	void refuseLines(String line, String reason) {
		List<Row<Customer>> rows = read(line + "\n{\"externalId\":\"2\"}\n");
		assertThat(rows).hasSize(2);
		assertThat(rows.get(1).value().externalId()).isEqualTo("2");
		Row<Customer> refused = rows.get(0);
		assertThat(refused.refusal()).isEqualTo(reason);
		assertThat(refused.column()).isNull();
		assertThat(refused).hasToString("Row[line 1, refused]");
		assertThatIllegalStateException().isThrownBy(refused::value).withMessage(refused.refusal());
		assertThatIllegalStateException().isThrownBy(refused::document).withMessage(refused.refusal());
	}

	@Test
	@DisplayName("of events hold no customers")
	void tellEventsFromCustomers() {
		List<Row<Event>> rows = read(Event.class, """
				{"externalId":"1","base":{}}
				{"type":"loggedIn","context":"WEB","properties":{},"base":1}
				{"type":"formCompiled","properties":{"formName":"signup"}}
				""");
		assertThat(rows).extracting(Row::refusal)
			.containsExactly("is a customer, and no event: read customers by themselves", null, null);
		assertThat(rows.get(2).value().properties().getClass().getSimpleName()).isEqualTo("FormCompiled");
	}

	@Test
	@DisplayName("refuse a line that is not in UTF-8, and name the byte")
	void refuseOtherCharsets() {
		byte[] bytes = "{\"externalId\":\"1\"}\n{\"externalId\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(new ByteArrayInputStream(bytes), "c.jsonl")) {
			assertThat(reader.stream().toList()).extracting(Row::refusal)
				.containsExactly(null, "byte 16 of the row: 0xE9 is no UTF-8: save the file as UTF-8");
		}
	}

	@Test
	@DisplayName("are refused as a whole when not one of many lines is in UTF-8")
	void refuseFilesInOtherCharsets() {
		String line = "{\"externalId\":\"\u00e9\"}\n";
		byte[] bytes = line.repeat(200).getBytes(StandardCharsets.ISO_8859_1);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(new ByteArrayInputStream(bytes), "c.jsonl")) {
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> reader.stream().toList())
				.withMessageStartingWith("c.jsonl is not in UTF-8: not one row of many is. In line 101, byte 16")
				.satisfies((ex) -> assertThat(ex.line()).isEqualTo(101));
		}
		byte[] first = ("{}\n" + line.repeat(200)).getBytes(StandardCharsets.ISO_8859_1);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(new ByteArrayInputStream(first), "c.jsonl")) {
			assertThat(reader.stream().filter(Row::isRefused)).hasSize(200);
		}
	}

	@Test
	@DisplayName("refuse a key that was there before")
	void refuseEqualKeys() {
		JsonLinesFormat<Customer> format = CUSTOMERS.withKey(EXTERNAL_ID);
		String lines = "{\"externalId\":\"a\"}\n{}\n{\"externalId\":\"\"}\n{\"externalId\":\"\"}\n{}\n{\"externalId\":\"b\"}\n"
				+ "{\"externalId\":\"a\"}\n";
		try (DocumentReader<Customer> reader = format.reader(stream(lines), "c.jsonl")) {
			assertThat(reader.stream().filter(Row::isRefused)).singleElement().satisfies((row) -> {
				assertThat(row.line()).isEqualTo(7);
				assertThat(row.refusal()).isEqualTo("externalId 'a' is in line 1 already");
				assertThat(row.column()).isEqualTo("externalId");
			});
			assertThat(reader.keysCheckedUpToLine()).isZero();
		}
		try (DocumentReader<Customer> reader = format.withKeyLimit(1).reader(stream(lines), "c.jsonl")) {
			assertThat(reader.stream()).noneMatch(Row::isRefused);
			assertThat(reader.keysCheckedUpToLine()).isEqualTo(5);
		}
	}

	@Test
	@DisplayName("are the format of files whose names say so")
	void areKnownByName() {
		for (String name : List.of("a.jsonl", "a.NDJSON", "a.csv.jsonl.gz")) {
			assertThat(DocumentFormat.of(Path.of(name), Customer.class)).isInstanceOf(JsonLinesFormat.class);
		}
		for (String name : List.of("a.csv", "a.TSV", "a.csv.gz")) {
			assertThat(DocumentFormat.of(Path.of(name), Event.class)).isInstanceOf(CsvFormat.class);
		}
		assertThat(DocumentFormat.of(Path.of("a.csv"), Event.class).type()).isEqualTo(Event.class);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> DocumentFormat.of(Path.of("folder", "a.json"), Customer.class))
			.withMessage("'a.json' does not say its format: have it end in .csv, .tsv, .jsonl or .ndjson, each also"
					+ " with .gz behind");
	}

	@Test
	@DisplayName("are read from files that are there")
	void areReadFromFiles(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("c.jsonl"), "{\"externalId\":\"1\"}\n");
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			assertThat(reader.bytesTotal()).hasValue(19);
			assertThat(reader.next().document()).isEqualTo(Map.of("externalId", "1"));
			assertThat(reader.hasNext()).isFalse();
			assertThat(reader.bytesRead()).isEqualTo(19);
			assertThat(reader.columns()).isEmpty();
		}
		assertThatExceptionOfType(UnreadableFileException.class)
			.isThrownBy(() -> CUSTOMERS.reader(folder.resolve("none.jsonl")))
			.withMessageEndingWith("none.jsonl does not exist");
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> CUSTOMERS.reader(folder))
			.withMessageEndingWith("is a folder: give a file");
	}

	private static List<Row<Customer>> read(String text) {
		return read(Customer.class, text);
	}

	private static <T extends ApiObject> List<Row<T>> read(Class<T> type, String text) {
		try (DocumentReader<T> reader = JsonLinesFormat.of(type).reader(stream(text), "c.jsonl")) {
			return reader.stream().toList();
		}
	}

	private static ByteArrayInputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}

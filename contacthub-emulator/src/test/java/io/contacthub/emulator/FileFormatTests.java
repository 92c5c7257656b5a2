package io.contacthub.emulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.contacthub.customer.Customer;
import io.contacthub.event.Event;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.DocumentWriter;
import io.contacthub.format.JsonLinesFormat;
import io.contacthub.format.Row;
import io.contacthub.json.ApiObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for files that the client and the emulator both read and write.
 */
@DisplayName("The JSON Lines of the client")
class FileFormatTests extends AbstractEmulatorTests {

	@Test
	@DisplayName("are those of the emulator, which gets what it wrote")
	void areThoseOfTheEmulator() throws IOException {
		emulator.populate(20);
		String id = createId("'externalId':'half \\uD800 a character','extended':{'a':1.50,'none':null}");
		api.post("/customers/" + id + "/sessions", "{'value':'v'}");
		String lines = export();
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		List<Row<Customer>> customers = read(Customer.class, lines);
		assertThat(customers).filteredOn(Row::isRefused)
			.extracting(Row::refusal)
			.contains("is a session: only customers and events are read from files",
					"is an event, and no customer: read events by themselves");
		copy(Customer.class, customers, file);
		copy(Event.class, read(Event.class, lines), file);
		emulator.reset();
		emulator.seed(new StringReader(file.toString(StandardCharsets.UTF_8)));
		List<JsonNode> expected = documents(lines).filter((document) -> !document.has("sessionId")).toList();
		assertThat(documents(export())).containsExactlyElementsOf(expected).hasSizeGreaterThan(30);
	}

	private static <T extends ApiObject> List<Row<T>> read(Class<T> type, String lines) {
		try (DocumentReader<T> reader = JsonLinesFormat.of(type)
			.reader(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "export.jsonl")) {
			return reader.stream().toList();
		}
	}

	private static <T extends ApiObject> void copy(Class<T> type, List<Row<T>> rows, ByteArrayOutputStream file)
			throws IOException {
		try (DocumentWriter<T> writer = JsonLinesFormat.of(type).writer(file)) {
			for (Row<T> row : rows) {
				if (!row.isRefused()) {
					writer.write(row.value());
				}
			}
		}
	}

	private static Stream<JsonNode> documents(String lines) {
		return lines.lines().map(Json::read);
	}

	private static String export() throws IOException {
		StringWriter lines = new StringWriter();
		emulator.export(lines);
		return lines.toString();
	}

}

package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random files.
 */
@DisplayName("Any bytes")
class FormatFuzzTests {

	private static final String[] PIECES = { "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", " ", "#", "1", "{}", "[", "|",
			"{\"externalId\":\"1\"}", "\"base\"", ":", "null", "true", "1,2,3\n", "4,1980-02-03,5\n", "\u20ac",
			"\u0000", "\\ud800", "}" };

	private static final String[] HEADERS = { "externalId,base.dob,extended.a:json\n", "externalId\n",
			"#line,#reason,externalId,tags.manual,base.jobs\n", "externalId;base.contacts.email;enabled\n", "" };

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	@DisplayName("are rows, refused or not, or no file that is read; refused ones are refused again in their own file")
	void areRows(long seed) throws IOException {
		Random random = new Random(seed);
		int rows = 0;
		int unreadable = 0;
		for (int i = 0; i < 2500; i++) {
			byte[] file = file(random);
			DocumentFormat<Customer> format = random.nextBoolean() ? CsvFormat.of(Customer.class)
					: JsonLinesFormat.of(Customer.class);
			try {
				rows += check(format, file);
			}
			catch (UnreadableFileException ex) {
				assertThat(ex).hasMessageStartingWith("fuzz");
				unreadable++;
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError(
						"file " + i + " of seed " + seed + ": "
								+ new String(file, StandardCharsets.UTF_8).replace("\n", "\\n").replace("\r", "\\r"),
						ex);
			}
		}
		assertThat(rows).isGreaterThan(1000);
		assertThat(unreadable).isGreaterThan(100);
	}

	private static int check(DocumentFormat<Customer> format, byte[] file) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		List<byte[]> refused = new ArrayList<>();
		int rows = 0;
		try (DocumentReader<Customer> reader = format.reader(new ByteArrayInputStream(file), "fuzz");
				RefusalWriter writer = reader.refusals(output)) {
			while (reader.hasNext()) {
				Row<Customer> row = reader.next();
				rows++;
				assertThat(row.number()).isEqualTo(rows);
				if (row.isRefused()) {
					refused.add(body(row));
					writer.write(row, row.refusal());
				}
				else {
					assertThat(row.value()).isNotNull();
				}
			}
		}
		if (!refused.isEmpty()) {
			checkRefusals(format, output.toByteArray(), refused);
		}
		return rows;
	}

	private static void checkRefusals(DocumentFormat<Customer> format, byte[] file, List<byte[]> refused) {
		List<byte[]> again = new ArrayList<>();
		try (DocumentReader<Customer> reader = format.reader(new ByteArrayInputStream(file), "fuzz")) {
			reader.forEachRemaining((row) -> {
				assertThat(row.isRefused()).isTrue();
				again.add(body(row));
			});
		}
		assertThat(again).containsExactlyElementsOf(refused);
	}

	private static byte[] body(Row<?> row) {
		byte[] bytes = row.raw().bytes();
		return Arrays.copyOfRange(bytes, row.raw().body(), bytes.length);
	}

	private static byte[] file(Random random) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(HEADERS[random.nextInt(HEADERS.length)].getBytes(StandardCharsets.UTF_8));
		for (int i = random.nextInt(30); i > 0; i--) {
			if (random.nextInt(40) == 0) {
				file.write(random.nextInt(256));
			}
			else {
				file.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
			}
		}
		return file.toByteArray();
	}

}

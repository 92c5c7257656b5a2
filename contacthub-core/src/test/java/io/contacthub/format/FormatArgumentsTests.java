package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.contacthub.customer.Customer;
import io.contacthub.query.Field;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what formats, readers and writers are given, and do with it.
 */
@DisplayName("Formats, readers and writers")
class FormatArgumentsTests {

	private static final CsvFormat<Customer> CSV = CsvFormat.of(Customer.class);

	private static final JsonLinesFormat<Customer> JSON = JsonLinesFormat.of(Customer.class);

	@Test
	@DisplayName("refuse what is missing by name, where it is set")
	void refuseMissingOptions() {
		refuses(() -> CsvFormat.of((Class<Customer>) null), "type is null");
		refuses(() -> JsonLinesFormat.of((Class<Customer>) null), "type is null");
		refuses(() -> DocumentFormat.of(null, Customer.class), "file is null");
		refuses(() -> CSV.withCharset(null), "charset is null");
		refuses(() -> CSV.withColumn(" ", EXTERNAL_ID), "header is blank");
		refuses(() -> CSV.withColumn("a", (Field<?>) null), "field is null");
		refuses(() -> CSV.withColumn("a", " "), "path is blank");
		refuses(() -> CSV.withoutColumn(null), "header is null");
		refuses(() -> CSV.withBlanks(null), "blanks are null");
		refuses(() -> CSV.withKey(null), "field is null");
		refuses(() -> JSON.withKey(null), "field is null");
		refuses(() -> CSV.withColumns((Field<?>) null), "fields hold null");
		refuses(() -> CSV.withColumns((String) null), "headers hold null");
		refuses(() -> CSV.withColumns(new String[0]), "headers are missing");
		refuses(() -> CSV.writer(null), "output is null");
		refuses(() -> JSON.writer(null), "output is null");
		refuses(() -> CSV.reader((Path) null), "file is null");
		refuses(() -> CSV.reader(null, "c.csv"), "input is null");
		refuses(() -> CSV.reader(InputStream.nullInputStream(), " "), "name is blank");
		refuses(() -> RowPosition.parse(null), "text is null");
	}

	@Test
	@DisplayName("refuse what is missing where they are used")
	void refuseMissingArguments() throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentReader<Customer> reader = JSON.reader(stream("{}\n"), "c.jsonl");
				RefusalWriter refusals = reader.refusals(output);
				DocumentWriter<Customer> writer = JSON.writer(output)) {
			refuses(() -> reader.resume(null), "position is null");
			refuses(() -> reader.refusals(null), "output is null");
			Row<Customer> row = reader.next();
			refuses(() -> refusals.write(null, "why"), "row is null");
			refuses(() -> refusals.write(row, null), "reason is null");
			refuses(() -> writer.write(null), "document is null");
		}
		assertThat(output.size()).isZero();
	}

	@Test
	@DisplayName("take limits that are some")
	void takeLimits() {
		refuses(() -> CSV.withKeyLimit(0), "number of keys is 0");
		refuses(() -> JSON.withKeyLimit(-1), "number of keys is -1");
		refuses(() -> CSV.withRecordLimit(0), "limit of a row is 0 bytes");
		refuses(() -> JSON.withRecordLimit((1 << 24) + 1), "limit of a row is 16777217 bytes");
		refuses(() -> CSV.withSeparator('"'), "separator is '\"'");
		refuses(() -> CSV.withSeparator('\u0080'), "separator is '\u0080'");
		refuses(() -> CSV.withListSeparator('['), "separator of lists is '['");
		refuses(() -> CSV.withListSeparator('"'), "separator of lists is '\"'");
		JsonLinesFormat<Customer> least = JSON.withKey(EXTERNAL_ID).withKeyLimit(2).withRecordLimit(1 << 24);
		try (DocumentReader<Customer> reader = least.reader(stream("{\"externalId\":\"1\"}\n{\"externalId\":\"1\"}\n"),
				"c.jsonl")) {
			assertThat(reader.stream().filter(Row::isRefused)).hasSize(1);
		}
		try (DocumentReader<Customer> reader = JSON.withRecordLimit(3).reader(stream("{}\n{ }\n"), "c.jsonl")) {
			assertThat(reader.stream()).hasSize(2);
		}
	}

	@Test
	@DisplayName("close what they are given, once they are closed")
	void close() {
		boolean[] closed = new boolean[2];
		CSV.reader(closing(closed, 0), "c.csv").close();
		CSV.reader(closing(closed, 1), "c.csv").stream().close();
		assertThat(closed).containsOnly(true);
	}

	@Test
	@DisplayName("write when there is much to be written, and when it is asked for")
	void writeInBlocks() throws IOException {
		int[] flushed = new int[1];
		ByteArrayOutputStream output = new ByteArrayOutputStream() {

			@Override
			public void flush() {
				flushed[0]++;
			}

		};
		DocumentWriter<Customer> writer = JSON.writer(output);
		Customer customer = Customer.builder().extra("x".repeat(4096 - "{\"extra\":\"\"}\n".length())).build();
		writer.write(customer);
		assertThat(output.size()).isZero();
		writer.write(customer);
		assertThat(output.size()).isEqualTo(8192);
		assertThat(writer.bytesWritten()).isEqualTo(8192);
		writer.write(customer);
		assertThat(flushed[0]).isZero();
		writer.flush();
		assertThat(flushed[0]).isOne();
		assertThat(output.size()).isEqualTo(3 * 4096);
	}

	private static InputStream closing(boolean[] closed, int index) {
		return new ByteArrayInputStream("externalId,enabled\n".getBytes(StandardCharsets.UTF_8)) {

			@Override
			public void close() {
				closed[index] = true;
			}

		};
	}

	private static void refuses(ThrowingCallable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
	}

	private static ByteArrayInputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}

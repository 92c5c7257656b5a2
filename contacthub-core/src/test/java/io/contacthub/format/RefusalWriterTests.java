package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link RefusalWriter}.
 */
@DisplayName("Rows that were refused are written")
class RefusalWriterTests {

	private static final CsvFormat<Customer> CUSTOMERS = CsvFormat.of(Customer.class).withKey(EXTERNAL_ID);

	private static final String FILE = """
			externalId;base.dob;enabled;"base.lastName"
			1;03/02/1980;true;Rossi
			2;1980-02-03;true;"Bianchi
			di ""Roma\"""
			3;1980-02-03
			4;1980-02-03;yes;"multi
			line"
			5;1980-02-03;true;"open
			6;1980-02-03;true;"closed" early
			2;1980-02-03;true;Verdi
			;;;
			7;1980-02-03;true;Neri
			""";

	private static final String REFUSED = """
			#line;#reason;externalId;base.dob;enabled;base.lastName
			2;column 'base.dob': '03/02/1980' is no date: write year-month-day, such as 1980-02-03;1;03/02/1980;true;Rossi
			5;has 2 cells, the header 4;3;1980-02-03
			6;column 'enabled': 'yes' is neither true nor false;4;1980-02-03;yes;"multi
			line"
			8;the quote that opens in line 8, cell 4 is closed before the end of the cell: double a quote that belongs to the text;5;1980-02-03;true;"open
			9;the quote that opens in line 9, cell 4 is closed before the end of the cell: double a quote that belongs to the text;6;1980-02-03;true;"closed" early
			10;externalId '2' is in line 3 already;2;1980-02-03;true;Verdi
			11;has no value in any column;;;;
			""";

	@Test
	@DisplayName("as they were, with their line and the reason before them")
	void asTheyWere() {
		assertThat(refused(CUSTOMERS, FILE.getBytes(StandardCharsets.UTF_8))).asString(StandardCharsets.UTF_8)
			.isEqualTo(REFUSED);
	}

	@Test
	@DisplayName("so that the file is read again when only the faults are taken out")
	void asAFile() {
		String mended = REFUSED.replace(";03/02/1980;", ";1980-02-03;")
			.replace("3;1980-02-03\n", "3;1980-02-03;false;x\n")
			.replace(";yes;", ";true;")
			.replace("\"open", "open")
			.replace("\"closed\" early", "\"closed\"\" early\"")
			.replace(";2;1980-02-03;", ";8;1980-02-03;")
			.replace(";;;;\n", ";9;;;\n");
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, mended.getBytes(StandardCharsets.UTF_8))) {
			assertThat(reader.columns()).containsExactly("externalId", "base.dob", "enabled", "base.lastName");
			assertThat(reader.stream().map((row) -> row.value().externalId() + row.value().base().lastName()))
				.containsExactly("1Rossi", "3x", "4multi\nline", "5open", "6closed\" early", "8Verdi", "9null");
		}
	}

	@Test
	@DisplayName("also where they, or the reasons, have characters that end no line and that few texts have")
	void withControlCharacters() throws IOException {
		byte[] bytes = "externalId,base.dob\na\0b,x\n".getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream refused = new ByteArrayOutputStream();
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, bytes);
				RefusalWriter writer = reader.refusals(refused)) {
			writer.write(reader.next(), "is\0 not\u0007 so\n");
		}
		assertThat(refused.toString(StandardCharsets.UTF_8))
			.isEqualTo("#line,#reason,externalId,base.dob\n2,is not so,a\0b,x\n");
		byte[] mended = refused.toString(StandardCharsets.UTF_8)
			.replace(",x", ",1980-02-03")
			.getBytes(StandardCharsets.UTF_8);
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, mended)) {
			assertThat(reader.next().value().externalId()).isEqualTo("a\0b");
		}
	}

	@Test
	@DisplayName("without what was written before them when they were refused before")
	void withoutEarlierReasons() {
		byte[] again = refused(CUSTOMERS, REFUSED.getBytes(StandardCharsets.UTF_8));
		String text = new String(again, StandardCharsets.UTF_8);
		assertThat(text.lines().map((line) -> line.replaceAll("^\\d+;.*?(?=;\\d;)", "?")).limit(4)).containsExactly(
				"#line;#reason;externalId;base.dob;enabled;base.lastName", "?;1;03/02/1980;true;Rossi",
				"?;3;1980-02-03", "?;4;1980-02-03;yes;\"multi");
		byte[] once = refused(CUSTOMERS, again);
		assertThat(refused(CUSTOMERS, once)).isEqualTo(once);
	}

	@Test
	@DisplayName("in the charset, and with the byte order mark, of their file, bytes that are wrong included")
	void inTheirCharset() throws IOException {
		byte[] marked = "\uFEFFexternalId,enabled\r\n1,\u20ac\r\n".getBytes(StandardCharsets.UTF_8);
		assertThat(refused(CUSTOMERS, marked)).asString(StandardCharsets.UTF_8)
			.isEqualTo("\uFEFF#line,#reason,externalId,enabled\n"
					+ "2,column 'enabled': '\u20ac' is neither true nor false,1,\u20ac\n");
		Charset windows = Charset.forName("windows-1252");
		byte[] western = "externalId,enabled\n1,\u20ac\n".getBytes(windows);
		assertThat(refused(CUSTOMERS.withCharset(windows), western)).asString(windows)
			.endsWith("'\u20ac' is neither true nor false,1,\u20ac\n");
		byte[] wrong = refused(CUSTOMERS, western);
		assertThat(wrong).endsWith(",1,\u0080\n".getBytes(StandardCharsets.ISO_8859_1));
		byte[] mended = new String(wrong, StandardCharsets.ISO_8859_1).replace("\u0080", "true")
			.getBytes(StandardCharsets.UTF_8);
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, mended)) {
			assertThat(reader.next().value().enabled()).isTrue();
		}
	}

	@Test
	@DisplayName("of JSON Lines too, with a comment before each")
	void ofJsonLines() {
		JsonLinesFormat<Customer> format = JsonLinesFormat.of(Customer.class);
		byte[] lines = "\uFEFF{}\r\n{\"externalId\": \"1\"\n".getBytes(StandardCharsets.UTF_8);
		byte[] refused = refused(format, lines);
		assertThat(refused).asString(StandardCharsets.UTF_8)
			.startsWith("\uFEFF# line 2: the JSON is not closed")
			.endsWith("\n{\"externalId\": \"1\"\n");
		assertThat(refused(format, refused)).asString(StandardCharsets.UTF_8)
			.startsWith("\uFEFF# line 2: the JSON is not closed")
			.endsWith("\n{\"externalId\": \"1\"\n");
		byte[] mended = new String(refused, StandardCharsets.UTF_8).replace("\"1\"", "\"1\"}")
			.getBytes(StandardCharsets.UTF_8);
		try (DocumentReader<Customer> reader = format.reader(new ByteArrayInputStream(mended), "c.jsonl")) {
			assertThat(reader.stream().map((row) -> row.value().externalId())).containsExactly("1");
		}
	}

	@Test
	@DisplayName("for any reason, on one line")
	void forAnyReason() throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentReader<Customer> reader = reader(CUSTOMERS, FILE.getBytes(StandardCharsets.UTF_8));
				RefusalWriter writer = reader.refusals(output, true)) {
			reader.next();
			writer.write(reader.next(), " 400: \"base\"\r\n\tis wrong; ");
			assertThat(writer.written()).isOne();
		}
		assertThat(output.toString(StandardCharsets.UTF_8))
			.isEqualTo("3;\"400: \"\"base\"\" is wrong;\";2;1980-02-03;true;\"Bianchi\ndi \"\"Roma\"\"\"\n");
	}

	@Test
	@DisplayName("unless the disk is full, after which nothing is written")
	void unlessTheDiskIsFull() throws IOException {
		byte[] all = REFUSED.getBytes(StandardCharsets.UTF_8);
		for (int room = 0; room <= all.length; room++) {
			Disk disk = new Disk(room);
			long written = write(disk);
			assertThat(disk.written.toByteArray()).as("room for " + room + " bytes")
				.isEqualTo(Arrays.copyOf(all, Math.min(room, disk.written.size())));
			assertThat(written == 7).as("room for " + room + " bytes").isEqualTo(room >= all.length);
			assertThat(disk.closed).isTrue();
		}
	}

	/**
	 * Write until a write or flush fails.
	 * @return the number of rows that are there for sure
	 */
	private static long write(Disk disk) throws IOException {
		long flushed = 0;
		DocumentReader<Customer> reader = reader(CUSTOMERS, FILE.getBytes(StandardCharsets.UTF_8));
		try (reader; RefusalWriter writer = reader.refusals(disk)) {
			for (Row<Customer> row : reader.stream().filter(Row::isRefused).toList()) {
				try {
					writer.write(row, row.refusal());
					writer.flush();
					flushed++;
				}
				catch (IOException ex) {
					assertThat(ex).hasMessage("No space left on device");
					disk.room = Integer.MAX_VALUE;
					assertThatIOException().isThrownBy(() -> writer.write(row, "again"))
						.withMessage("No space left on device");
					assertThatIOException().isThrownBy(writer::flush);
					break;
				}
			}
		}
		return flushed;
	}

	@Test
	@DisplayName("as are documents, of which the same holds")
	void asAreDocuments() throws IOException {
		Disk disk = new Disk(20);
		CsvFormat<Customer> format = CUSTOMERS.withColumns(EXTERNAL_ID, BASE.LAST_NAME);
		try (DocumentWriter<Customer> writer = format.writer(disk)) {
			writer.write(Customer.builder().externalId("1").build());
			assertThatIOException().isThrownBy(writer::flush).withMessage("No space left on device");
			disk.room = Integer.MAX_VALUE;
			assertThatIOException().isThrownBy(() -> writer.write(Customer.builder().externalId("2").build()));
		}
		assertThat(disk.written.size()).isEqualTo(20);
		assertThat(disk.closed).isTrue();
		DocumentWriter<Customer> closed = format.writer(new Disk(100));
		closed.close();
		closed.close();
		assertThatIOException().isThrownBy(() -> closed.write(Customer.builder().build()))
			.withMessage("The file is closed");
	}

	private static DocumentReader<Customer> reader(CsvFormat<Customer> format, byte[] file) {
		return format.reader(new ByteArrayInputStream(file), "c.csv");
	}

	private static byte[] refused(DocumentFormat<Customer> format, byte[] file) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (DocumentReader<Customer> reader = format.reader(new ByteArrayInputStream(file), "c.csv");
				RefusalWriter writer = reader.refusals(output)) {
			List<Row<Customer>> refused = reader.stream().filter(Row::isRefused).toList();
			for (Row<Customer> row : refused) {
				writer.write(row, row.refusal());
			}
			writer.flush();
			assertThat(writer.written()).isEqualTo(refused.size());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return output.toByteArray();
	}

	/**
	 * Disk with room for some bytes.
	 */
	private static final class Disk extends OutputStream {

		private final ByteArrayOutputStream written = new ByteArrayOutputStream();

		private int room;

		private boolean closed;

		Disk(int room) {
			this.room = room;
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[] { (byte) value }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			int fitting = Math.min(length, this.room - this.written.size());
			this.written.write(bytes, from, fitting);
			if (fitting < length) {
				throw new IOException("No space left on device");
			}
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}

package io.contacthub.format;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for files that a {@link DocumentFormat} writes by their path.
 */
@DisplayName("A file that is written by its path")
class FileWritingTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "c.csv", "c.tsv", "c.jsonl", "c.csv.gz", "c.JSONL.GZ" })
	@DisplayName("is read by its path as it was written, and is compressed if its name says so")
	void isReadAgain(String name) throws IOException {
		Path file = this.folder.resolve(name);
		Files.writeString(file, "what was there is longer than what comes");
		write(file, List.of("Ann", "\u00c9va, \"B\""));
		assertThat(read(file)).containsExactly("Ann", "\u00c9va, \"B\"");
		byte[] bytes = Files.readAllBytes(file);
		boolean compressed = bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
		assertThat(compressed).isEqualTo(name.toLowerCase(Locale.ROOT).endsWith(".gz"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "c.csv", "c.jsonl", "c.csv.gz", "c.jsonl.gz" })
	@DisplayName("is opened as it is said: kept, or gone on with")
	void isOpened(String name) throws IOException {
		Path file = this.folder.resolve(name);
		write(file, List.of("Ann"));
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> format(file).writer(file, StandardOpenOption.CREATE_NEW));
		try (DocumentWriter<Customer> writer = format(file).writer(file, StandardOpenOption.APPEND).append()) {
			writer.write(customer("Ben"));
		}
		assertThat(read(file)).containsExactly("Ann", "Ben");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c.csv", "c.jsonl.gz" })
	@DisplayName("holds what was flushed before it is closed")
	void isFlushed(String name) throws IOException {
		Path file = this.folder.resolve(name);
		try (DocumentWriter<Customer> writer = format(file).writer(file)) {
			writer.write(customer("Ann"));
			writer.flush();
			try (DocumentReader<Customer> reader = format(file).reader(file)) {
				assertThat(reader.next().value().base().firstName()).isEqualTo("Ann");
			}
		}
	}

	@Test
	@DisplayName("must be one that can be opened")
	void mustOpen() {
		Path file = this.folder.resolve("none/c.jsonl.gz");
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> format(file).writer(file));
		assertThatIllegalArgumentException().isThrownBy(() -> format(file).writer((Path) null))
			.withMessage("file is null: give the path of the file");
	}

	@Test
	@DisplayName("has no end when a part of what is compressed was lost")
	void hasNoEnd() throws IOException {
		FullDisk disk = new FullDisk();
		byte[] bytes = new byte[100_000];
		new Random(1).nextBytes(bytes);
		GzipOutput output = GzipOutput.into(disk);
		disk.full = true;
		assertThatIOException().isThrownBy(() -> output.write(bytes, 0, bytes.length)).withMessage("full");
		disk.full = false;
		output.close();
		assertThat(disk.bytes.size()).isEqualTo(10);
		assertThat(disk.closed).isTrue();
		FullDisk flushed = new FullDisk();
		GzipOutput another = GzipOutput.into(flushed);
		another.write(bytes, 0, 100);
		flushed.full = true;
		assertThatIOException().isThrownBy(another::flush);
		flushed.full = false;
		another.close();
		assertThat(flushed.bytes.size()).isEqualTo(10);
	}

	@Test
	@DisplayName("is closed when its beginning or end cannot be written")
	void isClosed() throws IOException {
		FullDisk disk = new FullDisk();
		disk.full = true;
		assertThatIOException().isThrownBy(() -> GzipOutput.into(disk)).withMessage("full");
		assertThat(disk.closed).isTrue();
		FullDisk atEnd = new FullDisk();
		GzipOutput output = GzipOutput.into(atEnd);
		atEnd.full = true;
		assertThatIOException().isThrownBy(output::close).withMessage("full");
		assertThat(atEnd.closed).isTrue();
	}

	private static DocumentFormat<Customer> format(Path file) {
		DocumentFormat<Customer> format = DocumentFormat.of(file, Customer.class);
		return (format instanceof CsvFormat<Customer> csv) ? csv.withColumns("base.firstName", "externalId") : format;
	}

	private static Customer customer(String name) {
		return Customer.of(Map.of("base", Map.of("firstName", name)));
	}

	private static void write(Path file, List<String> names) throws IOException {
		try (DocumentWriter<Customer> writer = format(file).writer(file)) {
			for (String name : names) {
				writer.write(customer(name));
			}
		}
	}

	private static List<String> read(Path file) {
		try (DocumentReader<Customer> reader = format(file).reader(file)) {
			return reader.stream().map((row) -> row.value().base().firstName()).toList();
		}
	}

	/**
	 * A disk that may be full for a while.
	 */
	private static final class FullDisk extends FilterOutputStream {

		private final ByteArrayOutputStream bytes;

		private boolean full;

		private boolean closed;

		FullDisk() {
			super(new ByteArrayOutputStream());
			this.bytes = (ByteArrayOutputStream) this.out;
		}

		@Override
		public void write(byte[] part, int from, int length) throws IOException {
			if (this.full) {
				throw new IOException("full");
			}
			this.out.write(part, from, length);
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}

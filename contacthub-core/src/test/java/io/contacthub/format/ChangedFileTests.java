package io.contacthub.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files that do not stay as they are, or are not what their name says.
 */
@DisplayName("A file")
class ChangedFileTests {

	private static final CsvFormat<Customer> CUSTOMERS = CsvFormat.of(Customer.class);

	private static final String TEXT = "externalId,base.lastName\n1,Rossi\n2,Neri\n";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("that grows is read as far as it was long, and then told to have grown")
	void grows() throws IOException {
		Path file = write("c.csv", TEXT);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			assertThat(reader.next().line()).isEqualTo(2);
			Files.writeString(file, "3,Verdi\n", StandardOpenOption.APPEND);
			RowPosition last = reader.next().position();
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
					.withMessage("c.csv has grown from 40 to 48 bytes while it was read: all rows up to line 3 have"
							+ " been read, go on from there when nobody writes to it")
					.returns(3L, UnreadableFileException::line)
					.returns(UnreadableFileException.Kind.CHANGED, UnreadableFileException::kind);
			}
			assertThat(reader.position()).isEqualTo(last);
			assertThat(reader.bytesTotal()).hasValue(40);
			assertThat(reader.bytesRead()).isEqualTo(40);
			try (DocumentReader<Customer> again = CUSTOMERS.reader(file)) {
				again.resume(last);
				assertThat(again.next().value().externalId()).isEqualTo("3");
			}
		}
	}

	@Test
	@DisplayName("that grows has its last row not read when that is cut")
	void growsWithinARow() throws IOException {
		for (String cut : new String[] { TEXT.substring(0, 37), TEXT + "3,\"Ver", TEXT + "3,Verdi" }) {
			Path file = write("c.csv", cut);
			try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
				Files.writeString(file, "di\"\n", StandardOpenOption.APPEND);
				for (long rows = cut.chars().filter((end) -> end == '\n').count() - 1; rows > 0; rows--) {
					assertThat(reader.next().isRefused()).isFalse();
				}
				assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
					.withMessageContaining("has grown");
			}
		}
		Path whole = write("c.csv", TEXT.strip());
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(whole)) {
			assertThat(reader.stream()).hasSize(2);
		}
	}

	@Test
	@DisplayName("that shrinks, is written again or is taken away is told so")
	void isChanged() throws IOException {
		Path file = write("c.csv", TEXT.repeat(1));
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
				channel.truncate(33);
			}
			reader.next();
			reader.next();
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
				.withMessageStartingWith("c.csv has shrunk from 40 to 33 bytes while it was read");
		}
		Path touched = write("c.csv", TEXT);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(touched)) {
			Files.setLastModifiedTime(touched, FileTime.fromMillis(0));
			reader.next();
			reader.next();
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
				.withMessageStartingWith("c.csv has been changed while it was read: all rows up to line 3");
			Files.delete(touched);
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
				.withMessageStartingWith("c.csv is no longer there");
		}
	}

	@Test
	@DisplayName("that is compressed is read, and its progress is that of what is compressed")
	void isCompressed() throws IOException {
		byte[] compressed = gzip(TEXT + "x,y\n".repeat(10_000));
		Path file = Files.write(this.folder.resolve("c.csv.gz"), compressed);
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			assertThat(reader.stream()).hasSize(10_002);
			assertThat(reader.bytesRead()).isEqualTo(compressed.length);
			assertThat(reader.bytesTotal()).hasValue(compressed.length);
		}
		ByteArrayOutputStream two = new ByteArrayOutputStream();
		two.writeBytes(gzip(TEXT));
		two.writeBytes(gzip("3,Verdi\n"));
		Files.write(file, two.toByteArray());
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			assertThat(reader.stream()).hasSize(3);
		}
		Files.write(file, new byte[0]);
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> CUSTOMERS.reader(file))
			.withMessageContaining("is empty");
	}

	@Test
	@DisplayName("that is compressed and cut, or damaged, gives the rows before and is told so")
	void isCut() throws IOException {
		StringBuilder text = new StringBuilder(TEXT);
		for (int i = 3; i < 20_000; i++) {
			text.append(i).append(',').append(Integer.toHexString(i * 31)).append('\n');
		}
		byte[] compressed = gzip(text.toString());
		Path file = Files.write(this.folder.resolve("c.csv.gz"), Arrays.copyOf(compressed, compressed.length / 2));
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
			for (int i = 0; i < 5000; i++) {
				assertThat(reader.next().isRefused()).isFalse();
			}
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> reader.forEachRemaining((row) -> {
			})).withMessageMatching("c.csv.gz cannot be read from line \\d+ on: the compressed file is cut");
		}
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		parts.writeBytes(gzip(TEXT));
		int first = parts.size();
		parts.writeBytes(gzip("3,Verdi\n"));
		byte[] damaged = parts.toByteArray();
		damaged[first] = 'x';
		for (byte[] part : List.of(damaged, Arrays.copyOf(parts.toByteArray(), first + 12))) {
			Files.write(file, part);
			try (DocumentReader<Customer> reader = CUSTOMERS.reader(file)) {
				assertThat(List.of(reader.next().line(), reader.next().line())).containsExactly(2L, 3L);
				// later versions of Java notice by themselves that a further part is cut
				assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::hasNext)
					.withMessageMatching("c.csv.gz cannot be read from line 4 on: "
							+ "(it is not, or not wholly, compressed by gzip|the compressed file is cut)");
			}
		}
		write("c.csv.gz", TEXT);
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> CUSTOMERS.reader(file))
			.withMessage("c.csv.gz cannot be read: it is not, or not wholly, compressed by gzip");
	}

	@Test
	@DisplayName("whose device fails is told so, with the line")
	void fails() {
		InputStream broken = new InputStream() {

			private final InputStream beginning = new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));

			@Override
			public int read() throws IOException {
				int next = this.beginning.read();
				if (next < 0) {
					throw new IOException("Input/output error");
				}
				return next;
			}

		};
		try (DocumentReader<Customer> reader = CUSTOMERS.reader(broken, "upload.csv")) {
			assertThat(reader.bytesTotal()).isEmpty();
			reader.next();
			reader.next();
			assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(reader::next)
				.withMessage("upload.csv cannot be read from line 4 on: Input/output error")
				.withCauseInstanceOf(IOException.class);
		}
	}

	@Test
	@DisplayName("that cannot be read is closed")
	void isClosed() {
		boolean[] closed = new boolean[1];
		InputStream input = new ByteArrayInputStream("nonsense".getBytes(StandardCharsets.UTF_8)) {

			@Override
			public void close() {
				closed[0] = true;
			}

		};
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> CUSTOMERS.reader(input, "c.csv"));
		assertThat(closed[0]).isTrue();
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	private static byte[] gzip(String text) throws IOException {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(output)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return output.toByteArray();
	}

}

package io.contacthub.format;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.contacthub.customer.CustomerFields.EXTERNAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reading takes of memory, in a process that has little.
 */
@DisplayName("A long file")
class FileMemoryTests {

	@Test
	@Timeout(120)
	@DisplayName("is read, refused in part and compared by its keys in little memory")
	void fits() throws IOException, InterruptedException {
		assertThat(read("20m", "plain", 200_000)).isEqualTo("200000 rows, 2000 refused");
		assertThat(read("64m", "keys", 1_000_000)).isEqualTo("1000000 rows, 10001 refused");
	}

	private static String read(String heap, String keys, int rows) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + heap, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Reading.class.getName(), keys, Integer.toString(rows))
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
		return output.strip();
	}

	/**
	 * Program that reads as many rows as are made while it reads.
	 */
	public static final class Reading {

		private Reading() {
		}

		public static void main(String[] arguments) throws IOException {
			CsvFormat<Customer> format = CsvFormat.of(Customer.class);
			format = arguments[0].equals("keys") ? format.withKey(EXTERNAL_ID) : format;
			long rows = 0;
			try (DocumentReader<Customer> reader = format.reader(new Made(Integer.parseInt(arguments[1])), "made.csv");
					RefusalWriter writer = reader.refusals(OutputStream.nullOutputStream())) {
				while (reader.hasNext()) {
					Row<Customer> row = reader.next();
					rows++;
					if (row.isRefused()) {
						writer.write(row, row.refusal());
					}
				}
				String result = rows + " rows, " + writer.written() + " refused";
				try (OutputStream output = new FileOutputStream(FileDescriptor.out)) {
					output.write(result.getBytes(StandardCharsets.US_ASCII));
				}
			}
		}

	}

	/**
	 * Stream that makes rows, of which some are no customers, and the last has the key of
	 * the first.
	 */
	private static final class Made extends InputStream {

		private byte[] row = "externalId,base.firstName,base.dob,enabled\n".getBytes(StandardCharsets.US_ASCII);

		private final int rows;

		private int at;

		private int made;

		Made(int rows) {
			this.rows = rows;
		}

		@Override
		public int read() {
			if (this.at == this.row.length) {
				if (this.made == this.rows) {
					return -1;
				}
				this.made++;
				this.row = text().getBytes(StandardCharsets.US_ASCII);
				this.at = 0;
			}
			return this.row[this.at++];
		}

		private String text() {
			String date = (this.made % 100 == 50) ? "soon" : "1980-02-03";
			return ((this.made == this.rows) ? 1 : this.made) + ",Ann," + date + ",true\n";
		}

	}

}

package io.contacthub.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import io.contacthub.json.ApiObject;

import org.springframework.util.Assert;

/**
 * Way to write customers or events into a file and to read them from it: CSV or JSON
 * Lines. <pre class="code">{@code
 * try (DocumentWriter<Customer> writer = DocumentFormat.of(file, Customer.class).writer(file);
 *         BulkRead<Customer> all = customers.read()) {
 *     for (Customer customer : all) {
 *         writer.write(customer);
 *     }
 * }
 * }</pre> Immutable, and safe for use by many threads.
 *
 * @param <T> the type of the documents
 */
public sealed interface DocumentFormat<T extends ApiObject> permits CsvFormat, JsonLinesFormat {

	/**
	 * Return the format that belongs to the name of a file: {@code .csv}, {@code .tsv},
	 * {@code .jsonl} or {@code .ndjson}, each also with {@code .gz} behind.
	 * @param <T> the type of the documents
	 * @param file the file, which need not exist
	 * @param type the type of the documents
	 * @return the format
	 * @throws IllegalArgumentException when the name says no format
	 */
	static <T extends ApiObject> DocumentFormat<T> of(Path file, Class<T> type) {
		Assert.notNull(file, "file is null: give the path of the file");
		String name = file.toString().toLowerCase(Locale.ROOT);
		String plain = InputSource.isCompressed(file) ? name.substring(0, name.length() - 3) : name;
		if (plain.endsWith(".csv")) {
			return CsvFormat.of(type);
		}
		if (plain.endsWith(".tsv")) {
			return CsvFormat.of(type).withSeparator('\t');
		}
		Assert.isTrue(plain.endsWith(".jsonl") || plain.endsWith(".ndjson"), () -> "'" + file.getFileName()
				+ "' does not say its format: have it end in .csv, .tsv, .jsonl or .ndjson, each also with .gz behind");
		return JsonLinesFormat.of(type);
	}

	/**
	 * Open a file, which is read through gzip when its name ends in {@code .gz}, and
	 * which must stay as it is while it is read.
	 * @param file the file
	 * @return a reader at the first row, to be closed
	 * @throws UnreadableFileException when the file cannot be read as a whole
	 */
	DocumentReader<T> reader(Path file);

	/**
	 * Read a stream, such as that of an upload.
	 * @param input the stream, which the reader closes
	 * @param name what messages call it, such as the name of the file
	 * @return a reader at the first row, to be closed
	 * @throws UnreadableFileException when the stream cannot be read as a whole
	 */
	DocumentReader<T> reader(InputStream input, String name);

	/**
	 * Write into a stream. The header of CSV comes with the first document, or when the
	 * writer is closed.
	 * @param output the stream, which the writer closes
	 * @return a writer, to be closed
	 */
	DocumentWriter<T> writer(OutputStream output);

	/**
	 * Write into a file, which is written through gzip when its name ends in {@code .gz}.
	 * It is opened as {@link Files#newOutputStream} does: without options it is created,
	 * or emptied when it is there. {@link StandardOpenOption#CREATE_NEW} keeps what is
	 * there, and {@link StandardOpenOption#APPEND} goes on behind it, then with
	 * {@link DocumentWriter#append()}.
	 * @param file the file
	 * @param options how it is opened
	 * @return a writer, to be closed
	 * @throws IOException when the file cannot be opened
	 */
	default DocumentWriter<T> writer(Path file, OpenOption... options) throws IOException {
		Assert.notNull(file, "file is null: give the path of the file");
		OutputStream output = Files.newOutputStream(file, options);
		return writer(InputSource.isCompressed(file) ? GzipOutput.into(output) : output);
	}

	/**
	 * Return the type of the documents.
	 * @return the type
	 */
	Class<T> type();

}

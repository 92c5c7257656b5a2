package io.contacthub.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Format of JSON Lines: a document on each line, as ContactHub has it, in UTF-8. Nothing
 * is lost when documents are written and read again, so that it is the format for
 * backups; nor is anything checked that ContactHub checks. Blank lines, and lines that
 * begin with {@code #}, are skipped.
 *
 * @param <T> the type of the documents
 */
public final class JsonLinesFormat<T extends ApiObject> implements DocumentFormat<T> {

	static final int RECORD_LIMIT = 1 << 20;

	static final int KEY_LIMIT = 1_500_000;

	private final Class<T> type;

	private final @Nullable Field<?> key;

	private final int keyLimit;

	private final int recordLimit;

	private JsonLinesFormat(Class<T> type, @Nullable Field<?> key, int keyLimit, int recordLimit) {
		this.type = type;
		this.key = key;
		this.keyLimit = keyLimit;
		this.recordLimit = recordLimit;
	}

	/**
	 * Return the format.
	 * @param <T> the type of the documents
	 * @param type the type of the documents, {@code Customer} or {@code Event}
	 * @return the format
	 */
	public static <T extends ApiObject> JsonLinesFormat<T> of(Class<T> type) {
		Assert.notNull(type, "type is null: give the type of the documents");
		return new JsonLinesFormat<>(type, null, KEY_LIMIT, RECORD_LIMIT);
	}

	/**
	 * Refuse a row that has the same value in a field as one before it.
	 * @param field the field, such as {@code EXTERNAL_ID}; rows without it are not
	 * compared
	 * @return a changed copy
	 */
	public JsonLinesFormat<T> withKey(Field<?> field) {
		Assert.notNull(field, "field is null: give the one by which rows are told apart");
		return new JsonLinesFormat<>(this.type, field, this.keyLimit, this.recordLimit);
	}

	/**
	 * Set how many keys are remembered, 1,500,000 unless it is set, which take 50 MB.
	 * Rows behind as many are not compared, see
	 * {@link DocumentReader#keysCheckedUpToLine()}.
	 * @param keys the number of keys
	 * @return a changed copy
	 */
	public JsonLinesFormat<T> withKeyLimit(int keys) {
		return new JsonLinesFormat<>(this.type, this.key, checkKeyLimit(keys), this.recordLimit);
	}

	static int checkKeyLimit(int keys) {
		Assert.isTrue(keys > 0, () -> "number of keys is " + keys + ": give at least 1");
		return keys;
	}

	/**
	 * Set how long a row may be at most, 1 MiB unless it is set.
	 * @param bytes the number of bytes, at most 16 MiB
	 * @return a changed copy
	 */
	public JsonLinesFormat<T> withRecordLimit(int bytes) {
		return new JsonLinesFormat<>(this.type, this.key, this.keyLimit, checkRecordLimit(bytes));
	}

	static int checkRecordLimit(int bytes) {
		Assert.isTrue(bytes > 0 && bytes <= 1 << 24, () -> "limit of a row is " + bytes
				+ " bytes: give at least 1 and at most 16 MiB, which ContactHub takes by far not");
		return bytes;
	}

	@Override
	public DocumentReader<T> reader(Path file) {
		return reader(InputSource.of(file));
	}

	@Override
	public DocumentReader<T> reader(InputStream input, String name) {
		return reader(InputSource.of(input, name));
	}

	private DocumentReader<T> reader(InputSource source) {
		return source.begin(() -> {
			RecordSplitter splitter = new LineSplitter(source, this.recordLimit);
			splitter.begin();
			return new DocumentReader<>(source, splitter, new JsonLinesParser<>(this.type, splitter.isMarked()),
					(this.key != null) ? new KeyCheck(this.key, this.keyLimit) : null);
		});
	}

	@Override
	public DocumentWriter<T> writer(OutputStream output) {
		Assert.notNull(output, "output is null: give where the documents are written to");
		return new DocumentWriter<>(new RecordOutput(output), new JsonLinesEncoder<>());
	}

	@Override
	public Class<T> type() {
		return this.type;
	}

}

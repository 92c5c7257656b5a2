package io.contacthub.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.contacthub.json.ApiObject;
import io.contacthub.query.Field;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Format of CSV, for which {@code de.siegmar:fastcsv} must be on the class path. The
 * first line names the columns by the paths of fields, such as
 * {@code base.contacts.email}; columns with other names are mapped or left out. What a
 * cell may hold is what its field is; a cell that is something else refuses its row, and
 * nothing is guessed. <pre class="code">{@code
 * CsvFormat<Customer> format = CsvFormat.of(Customer.class)
 *     .withColumn("Mail", BASE.CONTACTS.EMAIL)
 *     .withColumn("Points", "extended.points:number")
 *     .withKey(EXTERNAL_ID);
 * }</pre>
 * <p>
 * A field that a workspace defines is a text, so that {@code 007} stays as it is, unless
 * its type is behind its path: {@code extended.points:number}, {@code :boolean} or
 * {@code :json}. A list is in one cell, its elements between {@code |}, and an object is
 * JSON in one cell. Members of a document that have no column are not written: for
 * backups there is {@link JsonLinesFormat}.
 *
 * @param <T> the type of the documents
 */
public final class CsvFormat<T extends ApiObject> implements DocumentFormat<T> {

	private final Class<T> type;

	private final CsvOptions options;

	private CsvFormat(Class<T> type, CsvOptions options) {
		this.type = type;
		this.options = options;
	}

	/**
	 * Return the format.
	 * @param <T> the type of the documents
	 * @param type the type of the documents, {@code Customer} or {@code Event}
	 * @return the format
	 * @throws IllegalStateException when the library for CSV is missing
	 */
	public static <T extends ApiObject> CsvFormat<T> of(Class<T> type) {
		Assert.notNull(type, "type is null: give the type of the documents");
		Assert.state(ClassUtils.isPresent("de.siegmar.fastcsv.reader.CsvReader", CsvFormat.class.getClassLoader()),
				"CSV needs the library de.siegmar:fastcsv, which is not on the class path: add it to the dependencies");
		return new CsvFormat<>(type, new CsvOptions());
	}

	private CsvFormat<T> with(Consumer<CsvOptions> change) {
		CsvOptions copy = this.options.copy();
		change.accept(copy);
		return new CsvFormat<>(this.type, copy);
	}

	/**
	 * Set the charset, UTF-8 unless it is set.
	 * @param charset that of UTF-8, or one whose characters are one byte each
	 * @return a changed copy
	 * @throws IllegalArgumentException when it is another one, such as UTF-16
	 */
	public CsvFormat<T> withCharset(Charset charset) {
		return with((options) -> options.charset = RecordDecoder.check(charset));
	}

	/**
	 * Set what is between two cells. Unless it is set, it is a comma where a file is
	 * written, and where one is read, that of comma, semicolon and tab which its header
	 * has most of.
	 * @param separator the character, one of ASCII
	 * @return a changed copy
	 */
	public CsvFormat<T> withSeparator(char separator) {
		Assert.isTrue(separator < 128 && "\"\r\n#".indexOf(separator) < 0,
				() -> "separator is '" + separator + "': give a character of ASCII, such as ';'");
		return with((options) -> options.separator = separator);
	}

	/**
	 * Set what is between two elements of a list, {@code |} unless it is set.
	 * @param separator the character
	 * @return a changed copy
	 */
	public CsvFormat<T> withListSeparator(char separator) {
		Assert.isTrue("\"\r\n[".indexOf(separator) < 0,
				() -> "separator of lists is '" + separator + "': give a character such as '|'");
		return with((options) -> options.listSeparator = separator);
	}

	/**
	 * Say what a column of a file holds whose header is not the path of a field.
	 * @param header the header
	 * @param field the field
	 * @return a changed copy
	 */
	public CsvFormat<T> withColumn(String header, Field<?> field) {
		Assert.notNull(field, "field is null: give the one that the column holds");
		return withColumn(header, field.path());
	}

	/**
	 * Say what a column of a file holds whose header is not the path of a field.
	 * @param header the header
	 * @param path what the header should be, such as {@code extended.points:number}
	 * @return a changed copy
	 * @throws IllegalArgumentException when it is no field
	 */
	public CsvFormat<T> withColumn(String header, String path) {
		Assert.hasText(header, "header is blank: give that of a column");
		Assert.hasText(path, "path is blank: give that of a field");
		CsvColumn.of(this.type, header, path);
		return with((options) -> options.mapped.put(header, path));
	}

	/**
	 * Do not read a column.
	 * @param header its header
	 * @return a changed copy
	 */
	public CsvFormat<T> withoutColumn(String header) {
		Assert.notNull(header, "header is null: give that of a column");
		return with((options) -> options.ignored.add(header));
	}

	/**
	 * Set what an empty cell means, {@link Blanks#ABSENT} unless it is set.
	 * @param blanks whether it says nothing, or clears its field
	 * @return a changed copy
	 */
	public CsvFormat<T> withBlanks(Blanks blanks) {
		Assert.notNull(blanks, "blanks are null: give what an empty cell means");
		return with((options) -> options.blanks = blanks);
	}

	/**
	 * Refuse a row that has the same value in a field as one before it.
	 * @param field the field, such as {@code EXTERNAL_ID}, of which there must be a
	 * column; rows without it are not compared
	 * @return a changed copy
	 */
	public CsvFormat<T> withKey(Field<?> field) {
		Assert.notNull(field, "field is null: give the one by which rows are told apart");
		return with((options) -> options.key = field);
	}

	/**
	 * Set how many keys are remembered, 1,500,000 unless it is set, which take 50 MB.
	 * Rows behind as many are not compared, see
	 * {@link DocumentReader#keysCheckedUpToLine()}.
	 * @param keys the number of keys
	 * @return a changed copy
	 */
	public CsvFormat<T> withKeyLimit(int keys) {
		return with((options) -> options.keyLimit = JsonLinesFormat.checkKeyLimit(keys));
	}

	/**
	 * Set the columns that are written. Unless they are set, they are all fields that
	 * this library knows, and none of those that a workspace defines.
	 * @param fields the fields
	 * @return a changed copy
	 */
	public CsvFormat<T> withColumns(Field<?>... fields) {
		Assert.noNullElements(fields, "fields hold null: give those that are written");
		return withColumns(Arrays.stream(fields).map(Field::path).toArray(String[]::new));
	}

	/**
	 * Set the columns that are written.
	 * @param headers their headers, which are paths such as
	 * {@code extended.points:number}
	 * @return a changed copy
	 * @throws IllegalArgumentException when one of them is no field
	 */
	public CsvFormat<T> withColumns(String... headers) {
		Assert.notEmpty(headers, "headers are missing: give at least one");
		Assert.noNullElements(headers, "headers hold null: give paths of fields");
		CsvHeader.columns(this.type, List.of(headers));
		return with((options) -> options.written = List.of(headers));
	}

	/**
	 * Set whether texts that a spreadsheet would take for a formula, which begin with one
	 * of {@code = + - @}, are written with a {@code '} before them, which is taken off
	 * where they are read. They are not unless it is set: numbers of telephones begin so.
	 * @param escaped whether they are, which must be the same for writing and reading
	 * @return a changed copy
	 */
	public CsvFormat<T> withFormulasEscaped(boolean escaped) {
		return with((options) -> options.formulasEscaped = escaped);
	}

	/**
	 * Set whether a file in UTF-8 is written with a byte order mark, by which some
	 * spreadsheets know the charset.
	 * @param written whether it is, which it is not unless this is set
	 * @return a changed copy
	 */
	public CsvFormat<T> withByteOrderMark(boolean written) {
		return with((options) -> options.marked = written);
	}

	/**
	 * Set how long a row may be at most, 1 MiB unless it is set.
	 * @param bytes the number of bytes, at most 16 MiB
	 * @return a changed copy
	 */
	public CsvFormat<T> withRecordLimit(int bytes) {
		return with((options) -> options.recordLimit = JsonLinesFormat.checkRecordLimit(bytes));
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
		return source.begin(() -> CsvHeader.read(source, this.type, this.options));
	}

	@Override
	public DocumentWriter<T> writer(OutputStream output) {
		Assert.notNull(output, "output is null: give where the documents are written to");
		return new DocumentWriter<>(new RecordOutput(output), new CsvEncoder<>(this.type, this.options));
	}

	@Override
	public Class<T> type() {
		return this.type;
	}

}

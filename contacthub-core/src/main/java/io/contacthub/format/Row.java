package io.contacthub.format;

import java.util.Map;
import java.util.regex.Pattern;

import io.contacthub.json.ApiObject;
import io.contacthub.json.JsonObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Row of a file: a document, or why it is none. It holds its bytes as they are in the
 * file too, so that it can be written to the file of those that were refused.
 *
 * @param <T> the type of the document
 */
public final class Row<T extends ApiObject> {

	private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

	private final RowPosition position;

	private final RawRecord raw;

	private final @Nullable Content<T> content;

	private final @Nullable String refusal;

	private final @Nullable String column;

	private Row(RowPosition position, RawRecord raw, @Nullable Content<T> content, @Nullable String refusal,
			@Nullable String column) {
		this.position = position;
		this.raw = raw;
		this.content = content;
		this.refusal = refusal;
		this.column = column;
	}

	static <T extends ApiObject> Row<T> of(RowPosition position, RawRecord raw, Content<T> content) {
		return new Row<>(position, raw, content, null, null);
	}

	static <T extends ApiObject> Row<T> refused(RowPosition position, RawRecord raw, RefusedRowException reason) {
		return new Row<>(position, raw, null, LINE_BREAKS.matcher(reason.reason()).replaceAll(" "), reason.column());
	}

	/**
	 * Return which row it is. The header is none, nor are lines that are skipped.
	 * @return the number of the row, from 1
	 */
	public long number() {
		return this.position.rows();
	}

	/**
	 * Return where it begins.
	 * @return the number of its first line in the file, from 1
	 */
	public long line() {
		return this.raw.line();
	}

	/**
	 * Return the position behind it, at which reading can be resumed when this row and
	 * all before it are done.
	 * @return the position
	 */
	public RowPosition position() {
		return this.position;
	}

	/**
	 * Return whether it is no document.
	 * @return whether there is a {@link #refusal()}
	 */
	public boolean isRefused() {
		return this.refusal != null;
	}

	/**
	 * Return why it is no document.
	 * @return the reason on one line, which says the column, or {@code null} when it is
	 * one
	 */
	public @Nullable String refusal() {
		return this.refusal;
	}

	/**
	 * Return the first column that is refused.
	 * @return its header, for an equal key its path, or {@code null} when it is not one
	 * column for which there is no document
	 */
	public @Nullable String column() {
		return this.column;
	}

	/**
	 * Return what the row says, for a patch.
	 * @return the members, nested as in the document, unmodifiable; those that the row
	 * clears are null
	 * @throws IllegalStateException when the row is refused, its message is why
	 */
	public Map<String, @Nullable Object> document() {
		return content().document();
	}

	/**
	 * Return the document.
	 * @return the customer or event
	 * @throws IllegalStateException when the row is refused, its message is why
	 */
	public T value() {
		return content().value();
	}

	private Content<T> content() {
		Assert.state(this.content != null, () -> String.valueOf(this.refusal));
		return this.content;
	}

	RawRecord raw() {
		return this.raw;
	}

	/**
	 * Return where it is; what it says may be personal.
	 */
	@Override
	public String toString() {
		return "Row[line " + line() + (isRefused() ? ", refused]" : "]");
	}

	/**
	 * What a row says.
	 *
	 * @param <T> the type of the document
	 * @param document the members, those that are null included
	 * @param value the document
	 */
	record Content<T extends ApiObject>(JsonObject document, T value) {

	}

}

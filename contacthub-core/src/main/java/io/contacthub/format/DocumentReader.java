package io.contacthub.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.contacthub.json.ApiObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Reader of a file, row after row, in constant memory. Rows that are no documents are
 * given too, see {@link Row#isRefused()}, and are never skipped. <pre class="code">{@code
 * try (DocumentReader<Customer> rows = CsvFormat.of(Customer.class).reader(file)) {
 *     rows.stream().filter(Row::isRefused).forEach((row) -> log.warn("line {}, {}", row.line(), row.refusal()));
 * }}</pre> For use by one thread; {@link #bytesRead()} may be asked by any.
 *
 * @param <T> the type of the documents
 */
public final class DocumentReader<T extends ApiObject> implements Iterator<Row<T>>, Closeable {

	private final InputSource source;

	private final RecordSplitter splitter;

	private final RowParser<T> parser;

	private final @Nullable KeyCheck keys;

	private long rows;

	private RowPosition position = RowPosition.START;

	private @Nullable Row<T> next;

	private boolean ended;

	DocumentReader(InputSource source, RecordSplitter splitter, RowParser<T> parser, @Nullable KeyCheck keys) {
		this.source = source;
		this.splitter = splitter;
		this.parser = parser;
		this.keys = keys;
	}

	/**
	 * Return whether there is another row.
	 * @return {@code false} at the end of the file
	 * @throws UnreadableFileException when the file cannot be read any further, or when
	 * it has changed while it was read; all rows that were given before are done
	 */
	@Override
	public boolean hasNext() {
		if (this.next == null && !this.ended) {
			this.next = read();
			this.ended = this.next == null;
		}
		return this.next != null;
	}

	private @Nullable Row<T> read() {
		RawRecord raw = this.splitter.next();
		if (raw == null || raw.cut()) {
			checkUnchanged();
		}
		if (raw == null) {
			return null;
		}
		this.rows++;
		RowPosition position = this.splitter.position(this.rows);
		try {
			return Row.of(position, raw, parse(raw));
		}
		catch (RefusedRowException ex) {
			if (this.parser.decoder().isHopeless()) {
				throw new UnreadableFileException(
						this.source.name() + " is not in " + this.parser.decoder().charset()
								+ ": not one row of many is. In line " + raw.line() + ", " + ex.reason(),
						raw.line(), UnreadableFileException.Kind.CHARSET, ex);
			}
			return Row.refused(position, raw, ex);
		}
	}

	private Row.Content<T> parse(RawRecord raw) throws RefusedRowException {
		if (raw.fault() != null) {
			throw new RefusedRowException(raw.fault());
		}
		Row.Content<T> content = this.parser.parse(raw);
		if (this.keys != null) {
			this.keys.check(content.document(), raw.line());
		}
		return content;
	}

	private void checkUnchanged() {
		String change = this.source.change();
		if (change != null) {
			long line = this.position.line();
			throw new UnreadableFileException(
					this.source.name() + " " + change + ": all rows up to line " + line
							+ " have been read, go on from there when nobody writes to it",
					line, UnreadableFileException.Kind.CHANGED, null);
		}
	}

	/**
	 * Return the next row.
	 * @return the row, refused or not
	 * @throws UnreadableFileException as {@link #hasNext()}
	 */
	@Override
	public Row<T> next() {
		if (!hasNext()) {
			throw new NoSuchElementException("There are no more rows");
		}
		Row<T> row = this.next;
		Assert.state(row != null, "There is a row");
		this.next = null;
		this.position = row.position();
		return row;
	}

	/**
	 * Return the rows that have not been given.
	 * @return a sequential stream, which closes this reader when it is closed
	 */
	public Stream<Row<T>> stream() {
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, characteristics), false)
			.onClose(this::close);
	}

	/**
	 * Return the position behind the last row that was given.
	 * @return the position, the same as that row's
	 */
	public RowPosition position() {
		return this.position;
	}

	/**
	 * Go on behind the rows that an earlier reader gave. They are read again, to be sure
	 * that they are the same, but not given.
	 * @param position the position of the last of them
	 * @throws UnreadableFileException when the file is another one up to there
	 * @throws IllegalStateException when a row has been given already
	 */
	public void resume(RowPosition position) {
		Assert.notNull(position, "position is null: give that of the last row that is done");
		Assert.state(this.rows == 0, "A reader resumes before it gives rows: open another one");
		while (this.rows < position.rows() && hasNext()) {
			next();
		}
		if (!this.position.equals(position)) {
			throw new UnreadableFileException(
					this.source.name() + " is not the file that was read before, or has been changed: up to line "
							+ position.line() + " it must be the same to go on from there",
					position.line(), UnreadableFileException.Kind.CHANGED, null);
		}
	}

	/**
	 * Return how much has been read, for the progress.
	 * @return the number of bytes, compressed ones of a compressed file
	 */
	public long bytesRead() {
		return this.source.bytesRead();
	}

	/**
	 * Return how much there is to be read.
	 * @return the size of the file, or empty for a stream
	 */
	public OptionalLong bytesTotal() {
		return this.source.bytesTotal();
	}

	/**
	 * Return what the columns hold.
	 * @return the paths of the fields in the order of the file, without columns that are
	 * not read; empty for JSON Lines, which has no columns
	 */
	public List<String> columns() {
		return this.parser.columns();
	}

	/**
	 * Return how far rows have been compared by their key.
	 * @return the line after which there were too many keys to be remembered, or 0 while
	 * all rows are compared
	 */
	public long keysCheckedUpToLine() {
		return (this.keys != null) ? this.keys.checkedUpToLine() : 0;
	}

	/**
	 * Write refused rows of this reader into a file that can be mended and read again.
	 * @param output the file, which begins with the header when the first row is written;
	 * closed by the writer
	 * @return a writer
	 */
	public RefusalWriter refusals(OutputStream output) {
		return refusals(output, false);
	}

	/**
	 * Write refused rows of this reader into a file that can be mended and read again.
	 * @param output the file, closed by the writer
	 * @param append whether the file has its header already
	 * @return a writer
	 */
	public RefusalWriter refusals(OutputStream output, boolean append) {
		Assert.notNull(output, "output is null: give where the rows are written to");
		return new RefusalWriter(new RecordOutput(output), this.parser, append);
	}

	@Override
	public void close() {
		try {
			this.source.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

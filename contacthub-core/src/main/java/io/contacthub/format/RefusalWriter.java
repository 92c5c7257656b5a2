package io.contacthub.format;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

import org.springframework.util.Assert;

/**
 * Writer of rows that were refused, by the format or by ContactHub, as they were in their
 * file and with the line and the reason before them. When the rows are mended, the file
 * is read as any other: what is written before a row is skipped.
 * <p>
 * When a write fails, such as for a disk that is full, all later ones do. For use by one
 * thread.
 */
public final class RefusalWriter implements Flushable, Closeable {

	private final RecordOutput output;

	private final RowParser<?> form;

	private boolean begun;

	private long written;

	RefusalWriter(RecordOutput output, RowParser<?> form, boolean begun) {
		this.output = output;
		this.form = form;
		this.begun = begun;
	}

	/**
	 * Write a row.
	 * @param row a row of the reader that gave this writer
	 * @param reason why it was refused, such as {@link Row#refusal()}
	 * @throws IOException when the row, or one before it, could not be written
	 */
	public void write(Row<?> row, String reason) throws IOException {
		Assert.notNull(row, "row is null: give the row that was refused");
		Assert.notNull(reason, "reason is null: give why the row was refused");
		if (!this.begun) {
			this.output.write(this.form.refusalHeader());
			this.begun = true;
		}
		this.output.write(this.form.refusal(row.raw(), reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()));
		this.written++;
	}

	/**
	 * Return how many rows were written.
	 * @return the number of rows, those included that {@link #flush()} has not yet given
	 * to the stream
	 */
	public long written() {
		return this.written;
	}

	/**
	 * Give all rows to the stream.
	 */
	@Override
	public void flush() throws IOException {
		this.output.flush();
	}

	@Override
	public void close() throws IOException {
		this.output.close();
	}

}

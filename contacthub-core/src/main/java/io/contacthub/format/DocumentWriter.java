package io.contacthub.format;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

import io.contacthub.json.ApiObject;

import org.springframework.util.Assert;

/**
 * Writer of documents into a file. When a write fails, such as for a disk that is full,
 * all later ones do. For use by one thread.
 *
 * @param <T> the type of the documents
 */
public final class DocumentWriter<T extends ApiObject> implements Flushable, Closeable {

	private final RecordOutput output;

	private final DocumentEncoder<T> encoder;

	private boolean begun;

	private long written;

	DocumentWriter(RecordOutput output, DocumentEncoder<T> encoder) {
		this.output = output;
		this.encoder = encoder;
	}

	/**
	 * Write a document.
	 * @param document the customer or event
	 * @throws IOException when the document, or one before it, could not be written
	 * @throws IllegalArgumentException when the document has a value that would not be
	 * read as the same one again; nothing of it is written then
	 */
	public void write(T document) throws IOException {
		Assert.notNull(document, "document is null: give what shall be written");
		byte[] bytes = this.encoder.encode(document);
		begin();
		this.output.write(bytes);
		this.written++;
	}

	private void begin() throws IOException {
		if (!this.begun) {
			this.output.write(this.encoder.header());
			this.begun = true;
		}
	}

	/**
	 * Go on with a file that has its header, and perhaps documents, already.
	 * @return this writer
	 */
	public DocumentWriter<T> append() {
		this.begun = true;
		return this;
	}

	/**
	 * Return how many documents were written.
	 * @return the number of documents, those included that {@link #flush()} has not yet
	 * given to the stream
	 */
	public long written() {
		return this.written;
	}

	/**
	 * Return how many bytes were given to the stream.
	 * @return the number of bytes, after {@link #flush()} those of all documents; of a
	 * compressed file, those before they are compressed
	 */
	public long bytesWritten() {
		return this.output.bytesWritten();
	}

	/**
	 * Return how many cells of CSV a spreadsheet may take for a formula, since they begin
	 * with one of {@code = + - @} and are not escaped.
	 * @return the number of cells
	 */
	public long formulas() {
		return this.encoder.formulas();
	}

	/**
	 * Give all documents to the stream.
	 */
	@Override
	public void flush() throws IOException {
		this.output.flush();
	}

	@Override
	public void close() throws IOException {
		try {
			if (!this.output.hasFailed()) {
				begin();
			}
		}
		finally {
			this.output.close();
		}
	}

}

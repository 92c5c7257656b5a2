package io.contacthub.samples.migration;

import java.util.Iterator;
import java.util.NoSuchElementException;

import io.contacthub.format.DocumentReader;
import io.contacthub.format.Row;
import io.contacthub.json.ApiObject;

/**
 * The rows of a file that are not decided yet. Each is given only after it is written
 * down that it may have been sent.
 *
 * @param <T> the type of the documents
 */
final class PendingRows<T extends ApiObject> implements Iterator<Row<T>> {

	private final DocumentReader<T> reader;

	private final ImportJournal journal;

	private final long last;

	private Row<T> next;

	private boolean over;

	/**
	 * Create the iterator.
	 * @param reader the file
	 * @param journal knows which rows are decided
	 * @param last the number of the last row to be given
	 */
	PendingRows(DocumentReader<T> reader, ImportJournal journal, long last) {
		this.reader = reader;
		this.journal = journal;
		this.last = last;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null && !this.over && this.reader.position().rows() < this.last && this.reader.hasNext()) {
			Row<T> row = this.reader.next();
			if (!this.journal.isDone(row.number())) {
				this.over = !this.journal.admit(row.number());
				this.next = this.over ? null : row;
			}
		}
		return this.next != null;
	}

	@Override
	public Row<T> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Row<T> row = this.next;
		this.next = null;
		return row;
	}

}

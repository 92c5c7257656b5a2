package io.contacthub.emulator;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * Documents in the order of their numbers. A sequence does not change, so that who reads
 * it sees one moment; a changed copy shares most of it.
 *
 * @param <T> the type of the documents
 */
final class Sequence<T extends StoredDocument> extends AbstractList<T> {

	private static final int CHUNK = 256;

	private static final Sequence<?> EMPTY = new Sequence<>(new StoredDocument[0][], 0);

	private final StoredDocument[][] chunks;

	private final int size;

	private Sequence(StoredDocument[][] chunks, int size) {
		this.chunks = chunks;
		this.size = size;
	}

	@SuppressWarnings("unchecked")
	static <T extends StoredDocument> Sequence<T> empty() {
		return (Sequence<T>) EMPTY;
	}

	/**
	 * Return a copy with a document, in the place of the one with the same number if
	 * there is such a one.
	 */
	Sequence<T> with(T document) {
		if (this.size == 0) {
			return new Sequence<>(new StoredDocument[][] { { document } }, 1);
		}
		int place = chunkOf(document.number());
		StoredDocument[] chunk = this.chunks[place];
		int index = indexIn(chunk, document.number());
		if (index >= 0) {
			StoredDocument[] changed = chunk.clone();
			changed[index] = document;
			return new Sequence<>(replace(place, changed), this.size);
		}
		StoredDocument[] longer = insert(chunk, -index - 1, document);
		if (longer.length <= CHUNK) {
			return new Sequence<>(replace(place, longer), this.size + 1);
		}
		// who only appends fills the chunks
		int middle = (index == -chunk.length - 1) ? chunk.length : longer.length / 2;
		return new Sequence<>(
				replace(place, Arrays.copyOf(longer, middle), Arrays.copyOfRange(longer, middle, longer.length)),
				this.size + 1);
	}

	/**
	 * Return a copy with documents behind the ones that are there.
	 * @param documents the documents in the order of their numbers, which are higher than
	 * those of this sequence
	 */
	Sequence<T> withAll(List<T> documents) {
		StoredDocument[] last = (this.size > 0) ? this.chunks[this.chunks.length - 1] : new StoredDocument[0];
		StoredDocument[] added = Arrays.copyOf(last, last.length + documents.size());
		for (int index = 0; index < documents.size(); index++) {
			added[last.length + index] = documents.get(index);
		}
		int kept = Math.max(this.chunks.length - 1, 0);
		StoredDocument[][] all = Arrays.copyOf(this.chunks, kept + (added.length + CHUNK - 1) / CHUNK);
		for (int chunk = kept; chunk < all.length; chunk++) {
			int from = (chunk - kept) * CHUNK;
			all[chunk] = Arrays.copyOfRange(added, from, Math.min(from + CHUNK, added.length));
		}
		return new Sequence<>(all, this.size + documents.size());
	}

	/**
	 * Return a copy without the document of a number.
	 */
	Sequence<T> without(long number) {
		int place = chunkOf(number);
		int index = (this.size > 0) ? indexIn(this.chunks[place], number) : -1;
		if (index < 0) {
			return this;
		}
		StoredDocument[] chunk = this.chunks[place];
		if (chunk.length == 1) {
			return new Sequence<>(replace(place), this.size - 1);
		}
		StoredDocument[] shorter = Arrays.copyOf(chunk, chunk.length - 1);
		System.arraycopy(chunk, index + 1, shorter, index, chunk.length - index - 1);
		return new Sequence<>(replace(place, shorter), this.size - 1);
	}

	private int chunkOf(long number) {
		int low = 0;
		int high = this.chunks.length - 1;
		while (low < high) {
			int middle = (low + high + 1) >>> 1;
			if (this.chunks[middle][0].number() <= number) {
				low = middle;
			}
			else {
				high = middle - 1;
			}
		}
		return low;
	}

	private static int indexIn(StoredDocument[] chunk, long number) {
		int low = 0;
		int high = chunk.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = Long.compare(chunk[middle].number(), number);
			if (order == 0) {
				return middle;
			}
			low = (order < 0) ? middle + 1 : low;
			high = (order < 0) ? high : middle - 1;
		}
		return -low - 1;
	}

	private static StoredDocument[] insert(StoredDocument[] chunk, int index, StoredDocument document) {
		StoredDocument[] longer = Arrays.copyOf(chunk, chunk.length + 1);
		System.arraycopy(chunk, index, longer, index + 1, chunk.length - index);
		longer[index] = document;
		return longer;
	}

	private StoredDocument[][] replace(int place, StoredDocument[]... replacements) {
		StoredDocument[][] replaced = Arrays.copyOf(this.chunks, this.chunks.length - 1 + replacements.length);
		System.arraycopy(replacements, 0, replaced, place, replacements.length);
		System.arraycopy(this.chunks, place + 1, replaced, place + replacements.length, this.chunks.length - place - 1);
		return replaced;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T get(int index) {
		int left = index;
		for (StoredDocument[] chunk : this.chunks) {
			if (left < chunk.length) {
				return (T) chunk[left];
			}
			left -= chunk.length;
		}
		throw new IndexOutOfBoundsException(index);
	}

	@Override
	public Iterator<T> iterator() {
		return new DocumentIterator();
	}

	/**
	 * Iterator of the documents.
	 */
	private final class DocumentIterator implements Iterator<T> {

		private int chunk;

		private int index;

		@Override
		public boolean hasNext() {
			return this.chunk < Sequence.this.chunks.length;
		}

		@Override
		@SuppressWarnings("unchecked")
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			StoredDocument[] documents = Sequence.this.chunks[this.chunk];
			@Nullable StoredDocument next = documents[this.index++];
			if (this.index == documents.length) {
				this.chunk++;
				this.index = 0;
			}
			return (T) next;
		}

	}

}

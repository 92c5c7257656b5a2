package io.contacthub.emulator;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Documents in an order, which is that of their numbers unless another one is given. A
 * sequence does not change, so that who reads it sees one moment; a changed copy shares
 * most of it.
 *
 * @param <T> the type of the documents
 */
final class Sequence<T extends StoredDocument> extends AbstractList<T> {

	private static final int CHUNK = 256;

	private static final StoredDocument[][] NONE = new StoredDocument[0][];

	private static final Sequence<?> EMPTY = new Sequence<>(NONE, 0, Comparator.comparingLong(StoredDocument::number));

	private final StoredDocument[][] chunks;

	private final int size;

	private final Comparator<? super T> order;

	private Sequence(StoredDocument[][] chunks, int size, Comparator<? super T> order) {
		this.chunks = chunks;
		this.size = size;
		this.order = order;
	}

	@SuppressWarnings("unchecked")
	static <T extends StoredDocument> Sequence<T> empty() {
		return (Sequence<T>) EMPTY;
	}

	/**
	 * Return a sequence without documents yet.
	 * @param order the order, in which no two documents are equal
	 */
	static <T extends StoredDocument> Sequence<T> empty(Comparator<? super T> order) {
		return new Sequence<>(NONE, 0, order);
	}

	private Sequence<T> of(StoredDocument[][] chunks, int size) {
		return new Sequence<>(chunks, size, this.order);
	}

	/**
	 * Return a copy with a document, in the place of the one that has the same place if
	 * there is such a one.
	 */
	Sequence<T> with(T document) {
		if (this.size == 0) {
			return of(new StoredDocument[][] { { document } }, 1);
		}
		int place = chunkOf(document);
		StoredDocument[] chunk = this.chunks[place];
		int index = indexIn(chunk, document);
		if (index >= 0) {
			StoredDocument[] changed = chunk.clone();
			changed[index] = document;
			return of(replace(place, changed), this.size);
		}
		StoredDocument[] longer = insert(chunk, -index - 1, document);
		if (longer.length <= CHUNK) {
			return of(replace(place, longer), this.size + 1);
		}
		// who only appends fills the chunks
		int middle = (index == -chunk.length - 1) ? chunk.length : longer.length / 2;
		return of(replace(place, Arrays.copyOf(longer, middle), Arrays.copyOfRange(longer, middle, longer.length)),
				this.size + 1);
	}

	/**
	 * Return a copy with more documents.
	 * @param documents documents in any order, whose places are free
	 */
	Sequence<T> withAll(List<T> documents) {
		if (documents.isEmpty()) {
			return this;
		}
		List<T> added = new ArrayList<>(documents);
		added.sort(this.order);
		int kept = 0;
		if (this.size > 0 && this.order.compare(get(this.size - 1), added.get(0)) < 0) {
			kept = this.chunks.length - 1;
			added.addAll(0, subList(this.size - this.chunks[kept].length, this.size));
		}
		else {
			added.addAll(this);
			added.sort(this.order);
		}
		StoredDocument[][] all = Arrays.copyOf(this.chunks, kept + (added.size() + CHUNK - 1) / CHUNK);
		for (int chunk = kept; chunk < all.length; chunk++) {
			int from = (chunk - kept) * CHUNK;
			all[chunk] = added.subList(from, Math.min(from + CHUNK, added.size())).toArray(StoredDocument[]::new);
		}
		return of(all, this.size + documents.size());
	}

	/**
	 * Return a copy without the document that has the place of a document.
	 */
	Sequence<T> without(T document) {
		int place = chunkOf(document);
		int index = (this.size > 0) ? indexIn(this.chunks[place], document) : -1;
		if (index < 0) {
			return this;
		}
		StoredDocument[] chunk = this.chunks[place];
		if (chunk.length == 1) {
			return of(replace(place), this.size - 1);
		}
		StoredDocument[] shorter = Arrays.copyOf(chunk, chunk.length - 1);
		System.arraycopy(chunk, index + 1, shorter, index, chunk.length - index - 1);
		return of(replace(place, shorter), this.size - 1);
	}

	/**
	 * Return how many documents there are before the first one that does not match.
	 * @param beginning matches no document behind one that it does not match
	 */
	int count(Predicate<? super T> beginning) {
		int chunk = boundary(this.chunks.length, (place) -> beginning.test(document(this.chunks[place], 0))) - 1;
		if (chunk < 0) {
			return 0;
		}
		StoredDocument[] documents = this.chunks[chunk];
		int count = boundary(documents.length, (index) -> beginning.test(document(documents, index)));
		for (int place = 0; place < chunk; place++) {
			count += this.chunks[place].length;
		}
		return count;
	}

	/**
	 * Return a part.
	 * @param from index of the first document
	 * @param to index behind the last one
	 */
	Sequence<T> range(int from, int to) {
		if (from >= to) {
			return of(NONE, 0);
		}
		int first = 0;
		int before = 0;
		while (before + this.chunks[first].length <= from) {
			before += this.chunks[first++].length;
		}
		int last = first;
		int beforeLast = before;
		while (beforeLast + this.chunks[last].length < to) {
			beforeLast += this.chunks[last++].length;
		}
		StoredDocument[][] kept = Arrays.copyOfRange(this.chunks, first, last + 1);
		kept[last - first] = Arrays.copyOf(kept[last - first], to - beforeLast);
		kept[0] = Arrays.copyOfRange(kept[0], from - before, kept[0].length);
		return of(kept, to - from);
	}

	/**
	 * Return some of the documents.
	 * @param filter chooses those of a run of documents, each of which is given once; an
	 * array that was given before has the same documents now
	 */
	Sequence<T> filtered(UnaryOperator<StoredDocument[]> filter) {
		StoredDocument[][] kept = Arrays.stream(this.chunks)
			.map(filter)
			.filter((chunk) -> chunk.length > 0)
			.toArray(StoredDocument[][]::new);
		return of(kept, Arrays.stream(kept).mapToInt((chunk) -> chunk.length).sum());
	}

	private int chunkOf(T document) {
		int following = boundary(this.chunks.length,
				(place) -> this.order.compare(document(this.chunks[place], 0), document) <= 0);
		return Math.max(following - 1, 0);
	}

	private int indexIn(StoredDocument[] chunk, T document) {
		int index = boundary(chunk.length, (place) -> this.order.compare(document(chunk, place), document) < 0);
		boolean isThere = index < chunk.length && this.order.compare(document(chunk, index), document) == 0;
		return isThere ? index : -index - 1;
	}

	/**
	 * Return the first of some numbers from 0 on that does not match.
	 */
	private static int boundary(int end, IntPredicate beginning) {
		int low = 0;
		int high = end;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (beginning.test(middle)) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	@SuppressWarnings("unchecked")
	private T document(StoredDocument[] chunk, int index) {
		return (T) chunk[index];
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
	public T get(int index) {
		int left = index;
		for (StoredDocument[] chunk : this.chunks) {
			if (left < chunk.length) {
				return document(chunk, left);
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
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			StoredDocument[] documents = Sequence.this.chunks[this.chunk];
			T next = document(documents, this.index++);
			if (this.index == documents.length) {
				this.chunk++;
				this.index = 0;
			}
			return next;
		}

	}

}

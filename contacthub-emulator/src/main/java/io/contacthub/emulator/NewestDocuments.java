package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

/**
 * One page of many documents, the newest first, out of a single look at each.
 *
 * @param <T> the type of the documents
 */
final class NewestDocuments<T extends StoredDocument> {

	private final int number;

	private final int size;

	private final Comparator<T> age;

	private final PriorityQueue<T> newest;

	private int found;

	private int seen;

	/**
	 * Create a page.
	 * @param number index of the page
	 * @param size number of documents of a page
	 * @param age order in which what is older comes first; of equal ones the one is older
	 * that was stored first
	 */
	NewestDocuments(int number, int size, Comparator<T> age) {
		this.number = number;
		this.size = size;
		this.age = age.thenComparingLong(StoredDocument::number);
		this.newest = new PriorityQueue<>(this.age);
	}

	NewestDocuments<T> choose(Collection<T> documents, Predicate<T> filter) {
		int kept = (this.number + 1) * this.size;
		for (T document : documents) {
			this.seen++;
			if (filter.test(document)) {
				this.found++;
				this.newest.add(document);
				if (this.newest.size() > kept) {
					this.newest.remove();
				}
			}
		}
		return this;
	}

	/**
	 * Return the page in the envelope in which lists of the API are.
	 */
	ObjectNode envelope(Function<T, ObjectNode> presentation) {
		List<T> sorted = new ArrayList<>(this.newest);
		sorted.sort(this.age.reversed());
		List<T> shown = sorted.subList(Math.min(this.number * this.size, sorted.size()), sorted.size());
		return Paging.envelope(shown.stream().map(presentation).toList(), this.number, this.size, this.found,
				this.seen);
	}

}

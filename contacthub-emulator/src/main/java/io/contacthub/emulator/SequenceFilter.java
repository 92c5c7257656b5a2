package io.contacthub.emulator;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filter that remembers what it has found in a sequence, and looks only at what has
 * changed since. So who goes through many pages has each document tested once. What it
 * remembers it forgets when memory runs short.
 *
 * @param <T> the type of the documents
 */
final class SequenceFilter<T extends StoredDocument> {

	private final Predicate<ObjectNode> filter;

	private volatile SoftReference<@Nullable Result<T>> last = new SoftReference<>(null);

	/**
	 * Create a filter.
	 * @param filter tells of the same document the same each time
	 */
	SequenceFilter(Predicate<ObjectNode> filter) {
		this.filter = filter;
	}

	/**
	 * Return the documents that match.
	 */
	Sequence<T> apply(Sequence<T> all) {
		Result<T> last = this.last.get();
		if (last != null && last.all() == all) {
			return last.matching();
		}
		Map<StoredDocument[], StoredDocument[]> known = (last != null) ? last.chunks() : Map.of();
		Map<StoredDocument[], StoredDocument[]> chunks = new IdentityHashMap<>();
		Sequence<T> matching = all.filtered((chunk) -> {
			StoredDocument[] found = known.get(chunk);
			StoredDocument[] matches = (found != null) ? found : matches(chunk);
			chunks.put(chunk, matches);
			return matches;
		});
		this.last = new SoftReference<>(new Result<>(all, matching, chunks));
		return matching;
	}

	private StoredDocument[] matches(StoredDocument[] chunk) {
		StoredDocument[] matches = Arrays.stream(chunk)
			.filter((document) -> this.filter.test(document.document()))
			.toArray(StoredDocument[]::new);
		return (matches.length == chunk.length) ? chunk : matches;
	}

	/**
	 * What has been found.
	 *
	 * @param <T> the type of the documents
	 * @param all the documents that were looked at
	 * @param matching those that match
	 * @param chunks those that match by the runs of documents that they are in
	 */
	private record Result<T extends StoredDocument>(Sequence<T> all, Sequence<T> matching,
			Map<StoredDocument[], StoredDocument[]> chunks) {
	}

}

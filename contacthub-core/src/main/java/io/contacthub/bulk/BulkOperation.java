package io.contacthub.bulk;

import java.util.Collection;
import java.util.List;

/**
 * Operation that writes one of many items, by many threads at the same time. For this
 * library.
 *
 * @param <T> the type of the items
 */
@FunctionalInterface
public interface BulkOperation<T> {

	/**
	 * Write an item.
	 * @param item the item
	 * @return what has become of it
	 */
	BulkResult apply(T item);

	/**
	 * Return what tells that two items are about the same thing: those that share a key
	 * are written one after the other, in the order of input.
	 * @param item the item
	 * @return its keys, which have {@code equals}
	 */
	default Collection<?> keys(T item) {
		return List.of();
	}

}

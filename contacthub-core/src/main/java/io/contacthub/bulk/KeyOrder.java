package io.contacthub.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Order of items that are about the same thing: each has to wait for the one that shares
 * a key with it and was taken before. Guarded by whoever uses it.
 */
final class KeyOrder {

	private final Map<Object, BulkItem<?>> last = new HashMap<>();

	/**
	 * Put an item behind those that share a key with it and are not decided.
	 * @param item the item
	 * @param keys its keys
	 */
	void add(BulkItem<?> item, Collection<?> keys) {
		for (Object key : keys) {
			BulkItem<?> before = this.last.put(key, item);
			if (before != null && before != item) {
				item.waitFor(before);
			}
			item.addKey(key);
		}
	}

	/**
	 * Forget the keys of an item that is decided.
	 */
	void remove(BulkItem<?> item) {
		for (Object key : item.keys()) {
			this.last.remove(key, item);
		}
	}

}

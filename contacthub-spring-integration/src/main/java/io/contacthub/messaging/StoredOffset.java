package io.contacthub.messaging;

import org.jspecify.annotations.Nullable;

import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * Offset in a store. It is changed by those only who know what it was, so that of two
 * that read the same changes one notices.
 */
final class StoredOffset {

	private final ConcurrentMetadataStore store;

	private final String key;

	StoredOffset(ConcurrentMetadataStore store, String key) {
		this.store = store;
		this.key = key;
	}

	@Nullable Long read() {
		String text = this.store.get(this.key);
		if (text == null) {
			return null;
		}
		try {
			Long offset = Long.valueOf(text);
			// it is compared as a text when it is replaced
			if (offset >= 0 && text.equals(offset.toString())) {
				return offset;
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new IllegalArgumentException(
				"The store has '" + text + "' for '" + this.key + "', which is no offset: remove or correct it");
	}

	/**
	 * Replace the offset.
	 * @param from what it was, {@code null} for none
	 * @param to what it becomes
	 * @return whether it was that
	 */
	boolean move(@Nullable Long from, long to) {
		if (from == null) {
			return this.store.putIfAbsent(this.key, Long.toString(to)) == null;
		}
		return from == to || this.store.replace(this.key, from.toString(), Long.toString(to));
	}

	@Override
	public String toString() {
		return "'" + this.key + "'";
	}

}

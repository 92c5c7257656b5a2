package io.contacthub.messaging;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.util.ClassUtils;

/**
 * Offset in a store. It is changed by those only who know what it was, so that of two
 * that read the same changes one notices.
 */
final class StoredOffset {

	private static final boolean JDBC = ClassUtils.isPresent(
			"org.springframework.integration.jdbc.metadata.JdbcMetadataStore", StoredOffset.class.getClassLoader());

	private final ConcurrentMetadataStore store;

	private final String key;

	private final boolean transactional;

	StoredOffset(ConcurrentMetadataStore store, String key) {
		this.store = store;
		this.key = key;
		this.transactional = JDBC && Tables.isStore(store);
	}

	/**
	 * Return whether what is stored in a transaction is rolled back with it.
	 */
	boolean isTransactional() {
		return this.transactional;
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
		throw new InvalidOffsetException(
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

	/**
	 * What is known of tables where their library is.
	 */
	private static final class Tables {

		private Tables() {
		}

		static boolean isStore(ConcurrentMetadataStore store) {
			return JdbcMetadataStore.class.isAssignableFrom(AopUtils.getTargetClass(store));
		}

	}

}

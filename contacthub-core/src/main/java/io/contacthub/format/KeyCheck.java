package io.contacthub.format;

import java.util.Map;
import java.util.function.ToLongFunction;

import io.contacthub.query.Field;
import org.jspecify.annotations.Nullable;

/**
 * Check that no two rows of a file have the same key. Rows that are refused for another
 * reason do not count, since they are not written.
 */
final class KeyCheck {

	private final Field<?> field;

	private final int limit;

	private final ToLongFunction<CharSequence> hash;

	private final KeyTable table = new KeyTable();

	private long checkedUpToLine;

	KeyCheck(Field<?> field, int limit) {
		this(field, limit, KeyTable::hash);
	}

	KeyCheck(Field<?> field, int limit, ToLongFunction<CharSequence> hash) {
		this.field = field;
		this.limit = limit;
		this.hash = hash;
	}

	/**
	 * Check a row. One without the key is fine.
	 */
	void check(Map<String, @Nullable Object> document, long line) throws RefusedRowException {
		Object key = document;
		for (String name : this.field.names()) {
			key = (key instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		if (key == null || key.toString().isEmpty() || this.checkedUpToLine > 0) {
			return;
		}
		if (this.table.size() >= this.limit) {
			this.checkedUpToLine = line - 1;
			return;
		}
		String text = key.toString();
		long earlier = this.table.add(this.hash.applyAsLong(text), line);
		if (earlier != 0) {
			throw new RefusedRowException(this.field + " '" + text + "' is in line " + earlier + " already",
					this.field.toString());
		}
	}

	/**
	 * Return the line after which there were too many keys to be remembered, or 0.
	 */
	long checkedUpToLine() {
		return this.checkedUpToLine;
	}

}

package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a row is no document.
 */
final class RefusedRowException extends Exception {

	private static final long serialVersionUID = 1L;

	private final @Nullable String column;

	RefusedRowException(String reason) {
		this(reason, null);
	}

	RefusedRowException(String reason, @Nullable String column) {
		super(reason, null, false, false);
		this.column = column;
	}

	String reason() {
		return String.valueOf(getMessage());
	}

	@Nullable String column() {
		return this.column;
	}

}

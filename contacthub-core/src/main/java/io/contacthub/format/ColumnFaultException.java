package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a column is none that can be read.
 */
final class ColumnFaultException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final UnreadableFileException.Kind kind;

	private final @Nullable String column;

	private final @Nullable String suggestion;

	ColumnFaultException(String message, UnreadableFileException.Kind kind, @Nullable String column,
			@Nullable String suggestion) {
		super(message);
		this.kind = kind;
		this.column = column;
		this.suggestion = suggestion;
	}

	/**
	 * Return this fault as that of a column.
	 * @param header its header
	 * @param name what the message calls the column
	 */
	ColumnFaultException of(String header, String name) {
		return new ColumnFaultException(name + getMessage(), this.kind, header, this.suggestion);
	}

	UnreadableFileException.Kind kind() {
		return this.kind;
	}

	@Nullable String column() {
		return this.column;
	}

	@Nullable String suggestion() {
		return this.suggestion;
	}

}

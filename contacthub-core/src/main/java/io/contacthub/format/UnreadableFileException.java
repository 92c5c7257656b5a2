package io.contacthub.format;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a file cannot be read as a whole, or no further: because of its
 * header or its encoding, or because it has changed while it was read. A single row that
 * is no document does not throw, see {@link Row#isRefused()}.
 */
public class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long line;

	private final Kind kind;

	private final @Nullable String column;

	private final @Nullable String suggestion;

	UnreadableFileException(String message, long line) {
		this(message, line, Kind.OTHER, null);
	}

	UnreadableFileException(String message, long line, @Nullable Throwable cause) {
		this(message, line, Kind.OTHER, cause);
	}

	UnreadableFileException(String message, long line, Kind kind, @Nullable Throwable cause) {
		super(message, cause);
		this.line = line;
		this.kind = kind;
		this.column = null;
		this.suggestion = null;
	}

	UnreadableFileException(String message, long line, ColumnFaultException fault) {
		super(message, fault);
		this.line = line;
		this.kind = fault.kind();
		this.column = fault.column();
		this.suggestion = fault.suggestion();
	}

	/**
	 * Return the line that it is about.
	 * @return the number of the line, from 1, or 0 when it is about none
	 */
	public long line() {
		return this.line;
	}

	/**
	 * Return what is wrong, for a program that knows a way out of its own.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Return the column that it is about.
	 * @return its header, with {@link Kind#UNKNOWN_FIELD} and
	 * {@link Kind#MISSING_COLUMN}; else, and when the first line looks like a row, whose
	 * texts may be personal, {@code null}
	 */
	public @Nullable String column() {
		return this.column;
	}

	/**
	 * Return the field that the header of the column may mean.
	 * @return the path of the field, or {@code null} when none is near
	 */
	public @Nullable String suggestion() {
		return this.suggestion;
	}

	/**
	 * What is wrong with a file.
	 */
	public enum Kind {

		/** The header of a column is no field, and the options give it none. */
		UNKNOWN_FIELD,

		/** The options name a column that is not in the file. */
		MISSING_COLUMN,

		/** More than one character may be the one that separates cells. */
		SEPARATOR,

		/** The file is not in the charset in which it is to be read. */
		CHARSET,

		/** The file has been changed, or is not the one that was read before. */
		CHANGED,

		/** Anything else, such as a file that is absent or no text. */
		OTHER

	}

}

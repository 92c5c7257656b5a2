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

	UnreadableFileException(String message, long line) {
		this(message, line, null);
	}

	UnreadableFileException(String message, long line, @Nullable Throwable cause) {
		super(message, cause);
		this.line = line;
	}

	/**
	 * Return the line that it is about.
	 * @return the number of the line, from 1, or 0 when it is about none
	 */
	public long line() {
		return this.line;
	}

}

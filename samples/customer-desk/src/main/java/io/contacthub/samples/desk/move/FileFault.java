package io.contacthub.samples.desk.move;

import io.contacthub.format.UnreadableFileException;

/**
 * Why a file cannot be imported as it is.
 *
 * @param kind the kind, which is a part of the key of its words
 * @param detail what the library says of it, {@code null} when the kind says all
 */
record FileFault(String kind, String detail) {

	static final FileFault NO_ROWS = new FileFault("rows", null);

	static FileFault of(UnreadableFileException failure) {
		return switch (failure.kind()) {
			case CHARSET -> new FileFault("charset", failure.getMessage());
			case SEPARATOR -> new FileFault("separator", failure.getMessage());
			case UNKNOWN_FIELD, MISSING_COLUMN, CHANGED, OTHER -> new FileFault("unreadable", failure.getMessage());
		};
	}

}

package io.contacthub.samples.desk.move;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Format of a file that customers are exported into.
 */
enum ExportFormat {

	/**
	 * The fields that people work with, for a spreadsheet.
	 */
	CSV("text/csv;charset=UTF-8"),

	/**
	 * Whole customers, a document on each line.
	 */
	JSONL("application/jsonl");

	private final String mediaType;

	ExportFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	/**
	 * Return the format that an address names.
	 */
	static Optional<ExportFormat> of(String name) {
		return Stream.of(values()).filter((format) -> format.extension().equalsIgnoreCase(name)).findFirst();
	}

	String mediaType() {
		return this.mediaType;
	}

	String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

}

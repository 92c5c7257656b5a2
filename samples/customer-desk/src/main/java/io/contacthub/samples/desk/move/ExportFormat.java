package io.contacthub.samples.desk.move;

import java.util.Locale;

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
	 * @throws IllegalArgumentException when there is none of that name
	 */
	static ExportFormat of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	String mediaType() {
		return this.mediaType;
	}

	String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

}

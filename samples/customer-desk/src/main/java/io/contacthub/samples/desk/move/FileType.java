package io.contacthub.samples.desk.move;

import java.util.Locale;
import java.util.Optional;

/**
 * Type of a file that is imported.
 */
enum FileType {

	/**
	 * CSV, whose cells are separated by commas or semicolons.
	 */
	CSV("csv"),

	/**
	 * CSV, whose cells are separated by tabs.
	 */
	TABS("tsv"),

	/**
	 * JSON Lines.
	 */
	JSON_LINES("jsonl");

	private final String extension;

	FileType(String extension) {
		this.extension = extension;
	}

	/**
	 * Return the type that the name of a file says.
	 */
	static Optional<FileType> of(String name) {
		int dot = name.lastIndexOf('.');
		return switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
			case "csv", "txt" -> Optional.of(CSV);
			case "tsv", "tab" -> Optional.of(TABS);
			case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
			default -> Optional.empty();
		};
	}

	public String extension() {
		return this.extension;
	}

	public boolean hasColumns() {
		return this != JSON_LINES;
	}

}

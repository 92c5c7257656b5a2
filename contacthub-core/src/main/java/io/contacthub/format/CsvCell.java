package io.contacthub.format;

/**
 * Cell of a row.
 *
 * @param text its text, without quotes
 * @param quoted whether it was in quotes
 */
record CsvCell(String text, boolean quoted) {

	/**
	 * Return whether there is nothing, not even an empty text.
	 */
	boolean isBlank() {
		return !this.quoted && this.text.isEmpty();
	}

}

package io.contacthub.format;

/**
 * What a cell of a CSV file means that is empty, and not even an empty text in quotes.
 */
public enum Blanks {

	/**
	 * It says nothing about the field.
	 */
	ABSENT,

	/**
	 * It clears the field. This is for patches, to which {@link Row#document()} is given:
	 * a customer or an event as a whole has no member that is null.
	 */
	CLEAR

}

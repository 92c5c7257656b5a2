package io.contacthub.emulator;

/**
 * Exception thrown when a JSON Schema cannot be used.
 */
final class UnusableSchemaException extends IllegalArgumentException {

	private final String place;

	private final String reason;

	/**
	 * Create an exception.
	 * @param name what the schema is called
	 * @param place where in the schema, as a JSON pointer, empty if it is all of it
	 * @param reason what is wrong there
	 */
	UnusableSchemaException(String name, String place, String reason) {
		super(name + ": " + (place.isEmpty() ? "" : place + " ") + reason);
		this.place = place;
		this.reason = reason;
	}

	Violation violation() {
		return new Violation(this.place, this.reason);
	}

}

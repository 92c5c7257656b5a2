package io.contacthub.autoconfigure;

/**
 * A property without which there is no connection to ContactHub is missing or blank.
 */
class MissingContactHubPropertyException extends RuntimeException {

	private final String property;

	MissingContactHubPropertyException(String property) {
		super("Property '" + property + "' is missing or blank");
		this.property = property;
	}

	String property() {
		return this.property;
	}

}

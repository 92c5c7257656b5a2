package io.contacthub.autoconfigure.validation;

/**
 * Subject of schemas, in the words of messages.
 */
enum SchemaSubject {

	EVENTS("events", "event types"), CUSTOMERS("customers", "extended properties");

	private final String documents;

	private final String schemas;

	SchemaSubject(String documents, String schemas) {
		this.documents = documents;
		this.schemas = schemas;
	}

	/**
	 * Return what is checked, which is also the name of the property.
	 */
	String documents() {
		return this.documents;
	}

	/**
	 * Return what is read.
	 */
	String schemas() {
		return this.schemas;
	}

}

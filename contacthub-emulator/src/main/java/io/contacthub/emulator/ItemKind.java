package io.contacthub.emulator;

/**
 * A list in the base properties of a customer whose entries have operations of their own.
 */
enum ItemKind {

	EDUCATIONS("education", CustomerSchemas.EDUCATION, 200),

	JOBS("job", CustomerSchemas.JOB, 200),

	LIKES("like", CustomerSchemas.LIKE, 200),

	SUBSCRIPTIONS("subscription", CustomerSchemas.SUBSCRIPTION, 201);

	private final String entry;

	private final ObjectSchema schema;

	private final int createdStatus;

	ItemKind(String entry, ObjectSchema schema, int createdStatus) {
		this.entry = entry;
		this.schema = schema;
		this.createdStatus = createdStatus;
	}

	/**
	 * Return the name of one entry.
	 */
	String entry() {
		return this.entry;
	}

	/**
	 * Return the name of the list.
	 */
	String list() {
		return this.entry + "s";
	}

	ObjectSchema schema() {
		return this.schema;
	}

	int createdStatus() {
		return this.createdStatus;
	}

}

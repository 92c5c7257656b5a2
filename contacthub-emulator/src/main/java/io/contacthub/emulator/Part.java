package io.contacthub.emulator;

/**
 * A list in the base properties of a customer whose entries have operations of their own.
 */
enum Part {

	EDUCATIONS("education", CustomerShapes.EDUCATION, 200),

	JOBS("job", CustomerShapes.JOB, 200),

	LIKES("like", CustomerShapes.LIKE, 200),

	SUBSCRIPTIONS("subscription", CustomerShapes.SUBSCRIPTION, 201);

	private final String entry;

	private final ObjectShape shape;

	private final int createdStatus;

	Part(String entry, ObjectShape shape, int createdStatus) {
		this.entry = entry;
		this.shape = shape;
		this.createdStatus = createdStatus;
	}

	// The name of one entry.
	String entry() {
		return this.entry;
	}

	// The name of the list.
	String list() {
		return this.entry + "s";
	}

	ObjectShape shape() {
		return this.shape;
	}

	int createdStatus() {
		return this.createdStatus;
	}

}

package io.contacthub.benchmarks.process;

/**
 * Where a publisher keeps its events until they are sent.
 */
enum EventStore {

	/** In its queue. */
	MEMORY("memory"),

	/** In a database that lives in the same process. */
	H2_MEMORY("H2 in memory"),

	/** In a file, to which it writes before it says that it has. */
	H2_FILE("H2 in a file"),

	/** In a database that is a process of its own, on the same machine. */
	POSTGRESQL("PostgreSQL");

	private final String text;

	EventStore(String text) {
		this.text = text;
	}

	String text() {
		return this.text;
	}

}

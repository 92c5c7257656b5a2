package io.contacthub.emulator;

import java.util.List;

/**
 * Kind of the things of which a configuration has several, each with an id.
 */
enum ConfigurationKind {

	/** Types of events. */
	EVENTS("events", "event configuration", ConfigurationSchemas.EVENT,
			List.of("id", "type", "mode", "label", "description", "propertiesSchema"), 0, false, TokenKind.USER,
			TokenKind.GUEST),

	/** Sources. */
	SOURCES("sources", "source", ConfigurationSchemas.SOURCE, List.of("id", "token"), 200, true, TokenKind.USER,
			TokenKind.GUEST),

	/** Users. */
	USERS("users", "user", ConfigurationSchemas.USER, List.of("id", "name", "registeredAt", "updatedAt"), 0, false),

	/** Nodes that customers are in. */
	ENTRY_NODES("nodes/entries", "node", ConfigurationSchemas.ENTRY_NODE, List.of("id"), 201, false, TokenKind.USER,
			TokenKind.GUEST),

	/** Nodes that others are seen through. */
	VIEW_NODES("nodes/views", "node", ConfigurationSchemas.VIEW_NODE, List.of("id"), 201, true, TokenKind.USER,
			TokenKind.GUEST),

	/** What an event is to trigger. */
	AUTOMATIONS("automations/event-trigger", "automation", ConfigurationSchemas.AUTOMATION, List.of("id"), 201, true);

	private final String path;

	private final String noun;

	private final ObjectSchema schema;

	private final List<String> readOnly;

	private final int insertedStatus;

	private final boolean removable;

	private final TokenKind[] readers;

	ConfigurationKind(String path, String noun, ObjectSchema schema, List<String> readOnly, int insertedStatus,
			boolean removable, TokenKind... readers) {
		this.path = path;
		this.noun = noun;
		this.schema = schema;
		this.readOnly = readOnly;
		this.insertedStatus = insertedStatus;
		this.removable = removable;
		this.readers = readers;
	}

	/**
	 * Return the path below that of the workspace.
	 */
	String path() {
		return "configuration/" + this.path;
	}

	/**
	 * Return what messages call one of them.
	 */
	String noun() {
		return this.noun;
	}

	/**
	 * Return the schema of what requests may send.
	 */
	ObjectSchema schema() {
		return this.schema;
	}

	/**
	 * Return the names of the members that only the server writes.
	 */
	List<String> readOnly() {
		return this.readOnly;
	}

	boolean isInsertable() {
		return this.insertedStatus > 0;
	}

	int insertedStatus() {
		return this.insertedStatus;
	}

	boolean isRemovable() {
		return this.removable;
	}

	/**
	 * Return the kinds of the tokens that may read them, besides that of administrators.
	 */
	TokenKind[] readers() {
		return this.readers.clone();
	}

}

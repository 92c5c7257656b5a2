package io.contacthub.emulator;

/**
 * Part of a configuration of which there is one.
 */
enum ConfigurationDocument {

	/** What concerns the whole workspace. */
	SETTINGS("configuration", "workspace configuration", ConfigurationSchemas.SETTINGS),

	/** What makes customers equal. */
	MATCHING_POLICY("configuration/unique-customer-matching-policy", "matching policy",
			ConfigurationSchemas.MATCHING_POLICY, TokenKind.USER),

	/** Which sources are trusted most. */
	SOURCE_PRIORITY("configuration/sources/priority", "source priority", ConfigurationSchemas.SOURCE_PRIORITY,
			TokenKind.USER, TokenKind.GUEST),

	/** How the nodes lie below each other. */
	NODE_HIERARCHY("configuration/nodes/node-hierarchy", "node hierarchy", ConfigurationSchemas.HIERARCHY);

	private final String path;

	private final String noun;

	private final ObjectSchema schema;

	private final TokenKind[] readers;

	ConfigurationDocument(String path, String noun, ObjectSchema schema, TokenKind... readers) {
		this.path = path;
		this.noun = noun;
		this.schema = schema;
		this.readers = readers;
	}

	/**
	 * Return the path below that of the workspace.
	 */
	String path() {
		return this.path;
	}

	/**
	 * Return what messages call it.
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
	 * Return the kinds of the tokens that may read it, besides that of administrators.
	 */
	TokenKind[] readers() {
		return this.readers.clone();
	}

}

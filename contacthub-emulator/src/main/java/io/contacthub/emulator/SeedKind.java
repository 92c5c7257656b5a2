package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Kinds of documents to fill a workspace with, told apart by members that only one kind
 * has.
 */
enum SeedKind {

	/** An event. */
	EVENT("type", "context", "properties"),

	/** A session of a customer. */
	SESSION("sessionId", "value"),

	/** A customer. */
	CUSTOMER("nodeId", "base", "externalId", "extended"),

	/** Something else. */
	UNKNOWN;

	private final List<String> members;

	SeedKind(String... members) {
		this.members = List.of(members);
	}

	static SeedKind of(ObjectNode document) {
		for (SeedKind kind : values()) {
			if (kind.members.stream().anyMatch(document::has)) {
				return kind;
			}
		}
		return UNKNOWN;
	}

	boolean includes(SeedDocument document) {
		return document.kind() == this;
	}

}

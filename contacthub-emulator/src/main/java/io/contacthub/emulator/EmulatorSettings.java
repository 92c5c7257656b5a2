package io.contacthub.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of an emulated workspace.
 *
 * @param workspaceId id of the workspace
 * @param nodeIds ids of its nodes, at least one
 * @param uniquenessPolicy what happens to equal customers
 * @param uniqueProperties paths of the properties that make customers equal
 * @param requireUniqueProperties whether customers must have these properties
 * @param caseSensitive whether texts that differ in case only are different
 * @param eventTypes types of events that the workspace defines itself, with the schema of
 * their properties
 * @param extendedSchema the schema of the extended properties of customers
 * @param eventDelay time after which an accepted event can be read
 * @param indexDelay time after which lists show a change of a customer
 * @param guesses told where the emulator has to guess
 */
record EmulatorSettings(String workspaceId, List<String> nodeIds, UniquenessPolicy uniquenessPolicy,
		List<String> uniqueProperties, boolean requireUniqueProperties, boolean caseSensitive,
		Map<String, Schema> eventTypes, Schema extendedSchema, Duration eventDelay, Duration indexDelay,
		Guesses guesses) {

	/**
	 * The source to which the tokens belong.
	 */
	static final String SOURCE_ID = "5f1c35b2-9d0b-4c4c-8f7d-3f0a6b7c1d2e";

	/**
	 * Return the node that made-up customers are in.
	 */
	String nodeId() {
		return this.nodeIds.get(0);
	}

	void requireNode(String id) {
		if (!this.nodeIds.contains(id)) {
			throw RequestRejectedException.notFound("node", id);
		}
	}

	/**
	 * Compare the extended properties that a customer will have with their schema.
	 * Members that are null will not be there.
	 * @param customer the whole customer
	 * @param violations takes what is wrong
	 */
	void checkExtended(ObjectNode customer, List<Violation> violations) {
		if (customer.get("extended") instanceof ObjectNode extended) {
			this.extendedSchema.check(Json.merge(Json.object(), extended), "/extended", violations);
		}
	}

}

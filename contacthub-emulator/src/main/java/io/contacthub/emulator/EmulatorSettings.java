package io.contacthub.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Settings of an emulated workspace.
 *
 * @param workspaceId id of the workspace
 * @param nodeId id of its node
 * @param token the token that is accepted
 * @param uniquenessPolicy what happens to equal customers
 * @param uniqueProperties paths of the properties that make customers equal
 * @param requireUniqueProperties whether customers must have these properties
 * @param eventTypes types of events that the workspace defines itself
 * @param eventDelay time after which an accepted event can be read
 * @param indexDelay time after which lists show a change of a customer
 */
record EmulatorSettings(String workspaceId, String nodeId, String token, UniquenessPolicy uniquenessPolicy,
		List<String> uniqueProperties, boolean requireUniqueProperties, Set<String> eventTypes, Duration eventDelay,
		Duration indexDelay) {

	/**
	 * The source to which the token belongs.
	 */
	static final String SOURCE_ID = "5f1c35b2-9d0b-4c4c-8f7d-3f0a6b7c1d2e";

	void requireNode(String id) {
		if (!this.nodeId.equals(id)) {
			throw RequestRejectedException.notFound("node", id);
		}
	}

}

package io.contacthub.emulator;

import java.time.Duration;

/**
 * Settings of an emulated workspace, which stay as they are while it runs.
 *
 * @param workspaceId id of the workspace
 * @param rules the rules that it starts with
 * @param mayLackUniqueProperties whether customers may lack the unique properties
 * whatever these are
 * @param eventDelay time after which an accepted event can be read
 * @param indexDelay time after which lists show a change of a customer
 * @param guesses told where the emulator has to guess
 */
record EmulatorSettings(String workspaceId, WorkspaceRules rules, boolean mayLackUniqueProperties, Duration eventDelay,
		Duration indexDelay, Guesses guesses) {

	/**
	 * The source to which the tokens belong.
	 */
	static final String SOURCE_ID = "5f1c35b2-9d0b-4c4c-8f7d-3f0a6b7c1d2e";

}

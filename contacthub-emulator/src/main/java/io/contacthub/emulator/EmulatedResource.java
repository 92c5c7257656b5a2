package io.contacthub.emulator;

import java.util.List;

/**
 * Part of the API of a workspace, with the state that it reads and changes.
 */
interface EmulatedResource {

	/**
	 * Return the routes, in the order in which they are tried.
	 */
	List<Route> routes();

	/**
	 * Show all changes now, whatever the delays are. Nobody changes the workspace
	 * meanwhile.
	 */
	default void catchUp() {
	}

	/**
	 * Go back to how the emulator started. Nobody changes the workspace meanwhile.
	 */
	default void clear() {
	}

}

package io.contacthub.emulator.autoconfigure;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * Connection to an emulator, also of workspaces and nodes with names. For this library.
 */
public class EmulatorConnectionDetails implements ContactHubConnectionDetails {

	private final ContactHubEmulator emulator;

	/**
	 * Create the details of the connection to an emulator.
	 * @param emulator the emulator
	 */
	public EmulatorConnectionDetails(ContactHubEmulator emulator) {
		this.emulator = emulator;
	}

	@Override
	public String getWorkspaceId() {
		return this.emulator.workspaceId();
	}

	@Override
	public String getToken() {
		return this.emulator.token();
	}

	@Override
	public String getNodeId() {
		return this.emulator.nodeId();
	}

	@Override
	public String getBaseUrl() {
		return this.emulator.baseUrl();
	}

	/**
	 * Return this connection, since no request may leave the emulator.
	 */
	@Override
	public ContactHubConnectionDetails getWorkspace(String name) {
		return this;
	}

	/**
	 * Return the only node that there is.
	 */
	@Override
	public String getNodeId(String name) {
		return this.emulator.nodeId();
	}

}

package io.contacthub.test.autoconfigure;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.test.ContactHubEmulator;

/**
 * Leads the client to the emulator.
 */
class EmulatorConnectionDetails implements ContactHubConnectionDetails {

	private final ContactHubEmulator emulator;

	EmulatorConnectionDetails(ContactHubEmulator emulator) {
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
	 * This connection, since no request may leave the emulator.
	 */
	@Override
	public ContactHubConnectionDetails getWorkspace(String name) {
		return this;
	}

	/**
	 * The only node that there is.
	 */
	@Override
	public String getNodeId(String name) {
		return this.emulator.nodeId();
	}

}

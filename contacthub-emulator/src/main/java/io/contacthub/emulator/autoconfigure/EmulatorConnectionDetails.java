package io.contacthub.emulator.autoconfigure;

import java.util.List;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.emulator.ContactHubEmulator;

/**
 * Connection to an emulator, also of workspaces and nodes with names. For this library.
 */
public class EmulatorConnectionDetails implements ContactHubConnectionDetails {

	private final ContactHubEmulator emulator;

	private final String workspaceId;

	/**
	 * Create the details of the connection to an emulator.
	 * @param emulator the emulator
	 */
	public EmulatorConnectionDetails(ContactHubEmulator emulator) {
		this(emulator, emulator.workspaceId());
	}

	private EmulatorConnectionDetails(ContactHubEmulator emulator, String workspaceId) {
		this.emulator = emulator;
		this.workspaceId = workspaceId;
	}

	@Override
	public String getWorkspaceId() {
		return this.workspaceId;
	}

	@Override
	public String getToken() {
		return this.emulator.token();
	}

	@Override
	public String getNodeId() {
		return nodeIds().get(0);
	}

	@Override
	public String getBaseUrl() {
		return this.emulator.baseUrl();
	}

	/**
	 * Return the connection to the emulator's workspace whose id is the name, or this one
	 * if there is none, since no request may leave the emulator.
	 */
	@Override
	public ContactHubConnectionDetails getWorkspace(String name) {
		return this.emulator.workspaces().containsKey(name) ? new EmulatorConnectionDetails(this.emulator, name) : this;
	}

	/**
	 * Return the emulator's node whose id is the name, or the first one if there is none.
	 */
	@Override
	public String getNodeId(String name) {
		return nodeIds().contains(name) ? name : getNodeId();
	}

	private List<String> nodeIds() {
		return this.emulator.workspaces().getOrDefault(this.workspaceId, List.of());
	}

}

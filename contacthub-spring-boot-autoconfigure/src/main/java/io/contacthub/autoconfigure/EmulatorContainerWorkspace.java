package io.contacthub.autoconfigure;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Connection to a further workspace of an emulator that runs in a container.
 *
 * @param container the connection to the first workspace
 * @param id the id of the workspace
 * @param nodeIds the ids of its nodes
 */
record EmulatorContainerWorkspace(EmulatorContainerConnectionDetails container, String id,
		List<String> nodeIds) implements EmulatorContainerConnectionDetails {

	@Override
	public String getWorkspaceId() {
		return this.id;
	}

	@Override
	public String getNodeId() {
		return this.nodeIds.get(0);
	}

	@Override
	public String getNodeId(String name) {
		return this.nodeIds.contains(name) ? name : getNodeId();
	}

	@Override
	public Map<String, @Nullable String> getEnvironment() {
		return this.container.getEnvironment();
	}

	@Override
	public String getHost() {
		return this.container.getHost();
	}

	@Override
	public int getPort(int containerPort) {
		return this.container.getPort(containerPort);
	}

}

package io.contacthub.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Connection to an emulator that runs in a container, also of workspaces and nodes with
 * names. What the container does not set is as the emulator has it by default. For this
 * library.
 */
public interface EmulatorContainerConnectionDetails extends ContactHubConnectionDetails {

	/**
	 * Name of the image, and of the connection where an image has another one.
	 */
	String CONNECTION_NAME = "contacthub-emulator";

	/**
	 * Return the environment of the container, which has the options of the emulator.
	 * @return the variables
	 */
	Map<String, @Nullable String> getEnvironment();

	/**
	 * Return where the container can be reached.
	 * @return the name or address of the host
	 */
	String getHost();

	/**
	 * Return the port of the host that leads to one of the container.
	 * @param containerPort the port on which the emulator listens
	 * @return the port
	 */
	int getPort(int containerPort);

	@Override
	default String getWorkspaceId() {
		return option("WORKSPACE_ID", "5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00");
	}

	@Override
	default String getToken() {
		return option("TOKEN", "emulator-token-not-a-secret");
	}

	@Override
	default String getNodeId() {
		return option("NODE_ID", "854f0791-c120-4e4a-9264-6dd197cb922c");
	}

	@Override
	default String getBaseUrl() {
		return "http://" + getHost() + ":" + getPort(Integer.parseInt(option("PORT", "8089"))) + "/hub/v1";
	}

	/**
	 * Return the connection to the emulator's workspace whose id is the name, or this one
	 * if there is none, since no request may leave the emulator.
	 */
	@Override
	default ContactHubConnectionDetails getWorkspace(String name) {
		for (String workspace : option("WORKSPACES", "").split(",")) {
			String[] parts = workspace.strip().split("=", 2);
			if (parts.length > 1 && parts[0].strip().equals(name)) {
				return new EmulatorContainerWorkspace(this, name, List.of(parts[1].strip().split("\\+")));
			}
		}
		return this;
	}

	/**
	 * Return the emulator's node whose id is the name, or the first one if there is none.
	 */
	@Override
	default String getNodeId(String name) {
		return Stream.of(option("NODES", "").split(","))
			.map(String::strip)
			.filter(name::equals)
			.findFirst()
			.orElseGet(this::getNodeId);
	}

	private String option(String name, String defaultValue) {
		String value = getEnvironment().get("CONTACTHUB_EMULATOR_" + name);
		return (value == null || value.isBlank()) ? defaultValue : value.strip();
	}

}

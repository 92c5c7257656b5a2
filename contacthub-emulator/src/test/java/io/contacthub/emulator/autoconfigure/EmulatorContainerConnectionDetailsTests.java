package io.contacthub.emulator.autoconfigure;

import java.util.Map;

import io.contacthub.autoconfigure.EmulatorContainerConnectionDetails;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmulatorContainerConnectionDetails}, which repeats what the emulator
 * has by default.
 */
@DisplayName("The connection to an emulator in a container")
class EmulatorContainerConnectionDetailsTests {

	@Test
	@DisplayName("has what the emulator has, as long as the container sets nothing")
	void hasDefaultsOfEmulator() {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			EmulatorContainerConnectionDetails details = new MappedContainer(emulator.port());
			assertThat(details.getWorkspaceId()).isEqualTo(emulator.workspaceId());
			assertThat(details.getNodeId()).isEqualTo(emulator.nodeId());
			assertThat(details.getToken()).isEqualTo(emulator.token());
			assertThat(details.getBaseUrl()).isEqualTo(emulator.baseUrl());
		}
	}

	/**
	 * A container whose port 8089 leads to a port of this machine.
	 */
	private record MappedContainer(int port) implements EmulatorContainerConnectionDetails {

		@Override
		public Map<String, String> getEnvironment() {
			return Map.of();
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public int getPort(int containerPort) {
			assertThat(containerPort).isEqualTo(8089);
			return this.port;
		}

	}

}

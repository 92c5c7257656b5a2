package io.contacthub.autoconfigure.testcontainers;

import java.util.Map;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.autoconfigure.EmulatorContainerConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Factory of the connection to a container that is annotated with
 * {@code @ServiceConnection("contacthub-emulator")}.
 */
class ContactHubContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, ContactHubConnectionDetails> {

	ContactHubContainerConnectionDetailsFactory() {
		super(EmulatorContainerConnectionDetails.CONNECTION_NAME);
	}

	@Override
	protected ContactHubConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<Container<?>> source) {
		return new StartedContainerConnectionDetails(source);
	}

	/**
	 * Connection to a container, which is started by the first question.
	 */
	private static final class StartedContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements EmulatorContainerConnectionDetails {

		StartedContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public Map<String, @Nullable String> getEnvironment() {
			return getContainer().getEnvMap();
		}

		@Override
		public String getHost() {
			return getContainer().getHost();
		}

		@Override
		public int getPort(int containerPort) {
			return getContainer().getMappedPort(containerPort);
		}

	}

}

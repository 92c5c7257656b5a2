package io.contacthub.autoconfigure.docker.compose;

import java.util.Map;

import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import io.contacthub.autoconfigure.EmulatorContainerConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/**
 * Factory of the connection to a service whose image is {@code contacthub-emulator}, of
 * whatever registry, or that has the label
 * {@code org.springframework.boot.service-connection} with this value.
 */
class ContactHubDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<ContactHubConnectionDetails> {

	private static final String LABEL = "org.springframework.boot.service-connection";

	ContactHubDockerComposeConnectionDetailsFactory() {
		super((source) -> isEmulator(source.getRunningService()));
	}

	private static boolean isEmulator(RunningService service) {
		String label = service.labels().get(LABEL);
		String name = ((label != null) ? ImageReference.of(label) : service.image()).getName();
		return name.substring(name.lastIndexOf('/') + 1).equals(EmulatorContainerConnectionDetails.CONNECTION_NAME);
	}

	@Override
	protected ContactHubConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new ServiceConnectionDetails(source.getRunningService());
	}

	/**
	 * Connection to a service.
	 */
	private static final class ServiceConnectionDetails extends DockerComposeConnectionDetails
			implements EmulatorContainerConnectionDetails {

		private final RunningService service;

		ServiceConnectionDetails(RunningService service) {
			super(service);
			this.service = service;
		}

		@Override
		public Map<String, @Nullable String> getEnvironment() {
			return this.service.env();
		}

		@Override
		public String getHost() {
			return this.service.host();
		}

		@Override
		public int getPort(int containerPort) {
			return this.service.ports().get(containerPort);
		}

	}

}

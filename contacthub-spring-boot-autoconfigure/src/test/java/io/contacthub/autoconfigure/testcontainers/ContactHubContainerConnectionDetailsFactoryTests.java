package io.contacthub.autoconfigure.testcontainers;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsNotFoundException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactHubContainerConnectionDetailsFactory}, as Spring Boot finds it.
 */
@DisplayName("An emulator in a container of Testcontainers")
class ContactHubContainerConnectionDetailsFactoryTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, ContactHubAutoConfiguration.class));

	@Test
	@DisplayName("is where the client goes, whatever the properties say")
	void leadsClient() {
		this.runner.withUserConfiguration(AnnotatedContainer.class)
			.withPropertyValues("contacthub.workspace-id=real", "contacthub.token=real", "contacthub.node-id=real")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(ContactHubConnectionDetails.class);
				Workspace workspace = context.getBean(Workspace.class);
				assertThat(workspace.baseUrl()).hasToString("http://docker.example.com:18089/hub/v1");
				assertThat(workspace.id()).isEqualTo("5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00");
				assertThat(context.getBean(Node.class).id()).isEqualTo("n1");
				assertThat(context.getBean(ContactHubConnectionDetails.class).getToken())
					.isEqualTo("emulator-token-not-a-secret");
				assertThat(context.getBean(EmulatorContainer.class).started).isTrue();
			});
	}

	@Test
	@DisplayName("is none when it is annotated as something else")
	void leavesOthersAlone() {
		this.runner.withUserConfiguration(OtherContainer.class)
			.run((context) -> assertThat(context).getFailure().isInstanceOf(ConnectionDetailsNotFoundException.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class AnnotatedContainer {

		@Bean
		@ServiceConnection("contacthub-emulator")
		EmulatorContainer emulator() {
			return new EmulatorContainer().withExposedPorts(8089).withEnv("CONTACTHUB_EMULATOR_NODE_ID", "n1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherContainer {

		@Bean
		@ServiceConnection("something-else")
		EmulatorContainer other() {
			return new EmulatorContainer();
		}

	}

	/**
	 * A container that no engine runs.
	 */
	static class EmulatorContainer extends GenericContainer<EmulatorContainer> {

		boolean started;

		EmulatorContainer() {
			super(DockerImageName.parse("contacthub-emulator"));
		}

		@Override
		public void start() {
			this.started = true;
		}

		@Override
		public String getHost() {
			return "docker.example.com";
		}

		@Override
		public Integer getMappedPort(int originalPort) {
			assertThat(this.started).isTrue();
			return 10_000 + originalPort;
		}

	}

}

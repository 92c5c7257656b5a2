package io.contacthub.autoconfigure.docker.compose;

import java.util.List;
import java.util.Map;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.autoconfigure.ContactHubConnectionDetails;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ContactHubDockerComposeConnectionDetailsFactory}, as Spring Boot finds
 * it.
 */
@DisplayName("An emulator among the services of Docker Compose")
class ContactHubDockerComposeConnectionDetailsFactoryTests {

	@Test
	@DisplayName("is where the client goes, whatever the properties say, also for workspaces and nodes with names")
	void leadsClient() {
		ContactHubConnectionDetails details = details(
				new EmulatorService("contacthub-emulator:0.1.0", Map.of(), Map.of()));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class))
			.withBean(ContactHubConnectionDetails.class, () -> details)
			.withPropertyValues("contacthub.workspace-id=real", "contacthub.token=real", "contacthub.node-id=real",
					"contacthub.nodes.shop=real", "contacthub.workspaces.partner.workspace-id=real",
					"contacthub.workspaces.partner.token=real", "contacthub.workspaces.partner.node-id=real")
			.run((context) -> {
				assertThat(context.getBeansOfType(Workspace.class)).hasSize(2).allSatisfy((name, workspace) -> {
					assertThat(workspace.baseUrl()).hasToString("http://docker.example.com:32768/hub/v1");
					assertThat(workspace.id()).isEqualTo("5ec5b0a4-6a1c-4a36-9a38-6b1d6a1d7f00");
				});
				assertThat(context.getBeansOfType(Node.class)).hasSize(3)
					.allSatisfy(
							(name, node) -> assertThat(node.id()).isEqualTo("854f0791-c120-4e4a-9264-6dd197cb922c"));
			});
	}

	@Test
	@DisplayName("has the ids, the token and the port of its environment")
	void readsEnvironment() {
		ContactHubConnectionDetails details = details(new EmulatorService("contacthub-emulator",
				Map.of("CONTACTHUB_EMULATOR_WORKSPACE_ID", "w1", "CONTACTHUB_EMULATOR_NODE_ID", " n1 ",
						"CONTACTHUB_EMULATOR_TOKEN", "t1", "CONTACTHUB_EMULATOR_PORT", "9000"),
				Map.of()));
		assertThat(details.getWorkspaceId()).isEqualTo("w1");
		assertThat(details.getNodeId()).isEqualTo("n1");
		assertThat(details.getToken()).isEqualTo("t1");
		assertThat(details.getBaseUrl()).isEqualTo("http://docker.example.com:32769/hub/v1");
	}

	@Test
	@DisplayName("leads workspaces and nodes with names to those of this id, where it has them")
	void leadsNames() {
		ContactHubConnectionDetails details = details(
				new EmulatorService("contacthub-emulator", Map.of("CONTACTHUB_EMULATOR_NODES", "outlet, web",
						"CONTACTHUB_EMULATOR_WORKSPACES", "spain=tienda, italy=bottega+negozio"), Map.of()));
		assertThat(details.getNodeId("web")).isEqualTo("web");
		assertThat(details.getNodeId("shop")).isEqualTo(details.getNodeId());
		assertThat(details.getWorkspace("partner")).isSameAs(details);
		assertThat(details.getWorkspace("italy")).satisfies((italy) -> {
			assertThat(italy.getWorkspaceId()).isEqualTo("italy");
			assertThat(italy.getNodeId()).isEqualTo("bottega");
			assertThat(italy.getNodeId("negozio")).isEqualTo("negozio");
			assertThat(italy.getNodeId("web")).isEqualTo("bottega");
			assertThat(italy.getToken()).isEqualTo(details.getToken());
			assertThat(italy.getBaseUrl()).isEqualTo(details.getBaseUrl());
		});
	}

	@Test
	@DisplayName("has its defaults where the environment has a variable without a value")
	void ignoresEmptyVariables() {
		ContactHubConnectionDetails details = details(
				new EmulatorService("contacthub-emulator", Map.of("CONTACTHUB_EMULATOR_TOKEN", ""), Map.of()));
		assertThat(details.getToken()).isEqualTo("emulator-token-not-a-secret");
	}

	@ParameterizedTest
	@CsvSource({ "contacthub-emulator,,true", "registry.example.com:5000/tools/contacthub-emulator:1,,true",
			"shop-hub,contacthub-emulator,true", "contacthub-emulator,redis,false", "redis,,false",
			"my-contacthub-emulator,,false" })
	@DisplayName("is known by its image, of whatever registry, or by the label")
	void isFound(String image, String label, boolean found) {
		EmulatorService service = new EmulatorService(image, Map.of(),
				(label != null) ? Map.of("org.springframework.boot.service-connection", label) : Map.of());
		assertThat(allDetails(service)).hasSize(found ? 1 : 0);
	}

	private static ContactHubConnectionDetails details(RunningService service) {
		return (ContactHubConnectionDetails) allDetails(service).get(ContactHubConnectionDetails.class);
	}

	private static Map<Class<?>, ConnectionDetails> allDetails(RunningService service) {
		DockerComposeConnectionSource source = mock();
		given(source.getRunningService()).willReturn(service);
		return new ConnectionDetailsFactories(null).getConnectionDetails(source, false);
	}

	/**
	 * A service that nobody runs.
	 */
	private record EmulatorService(String imageName, Map<String, String> env,
			Map<String, String> labels) implements RunningService {

		@Override
		public String name() {
			return "hub";
		}

		@Override
		public ImageReference image() {
			return ImageReference.of(this.imageName);
		}

		@Override
		public String host() {
			return "docker.example.com";
		}

		@Override
		public ConnectionPorts ports() {
			return new ServicePorts(Map.of(8089, 32768, 9000, 32769));
		}

	}

	private record ServicePorts(Map<Integer, Integer> ports) implements ConnectionPorts {

		@Override
		public int get(int containerPort) {
			return this.ports.get(containerPort);
		}

		@Override
		public List<Integer> getAll() {
			return List.copyOf(this.ports.values());
		}

		@Override
		public List<Integer> getAll(String protocol) {
			return getAll();
		}

	}

}

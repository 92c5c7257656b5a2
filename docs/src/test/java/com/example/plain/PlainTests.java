package com.example.plain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.example.AbstractEmulatorTests;
import io.contacthub.Workspace;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.data.ContactHubRepository;
import io.contacthub.data.EnableContactHubRepositories;
import io.contacthub.event.Event;
import io.contacthub.event.EventContext;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventType;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the code of the page about life without Spring Boot.
 */
@DisplayName("An application without Spring Boot")
class PlainTests extends AbstractEmulatorTests {

	@TempDir
	private static Path folder;

	private static Path file;

	@BeforeAll
	static void start() throws IOException {
		file = Files.writeString(folder.resolve("contacthub.ini"), """
				[contacthub]
				workspace_id = %s
				token = %s
				base_url = %s
				""".formatted(EMULATOR.workspaceId(), EMULATOR.token(), EMULATOR.baseUrl()));
	}

	@Test
	@DisplayName("runs, and has sent its events when it ends")
	void runs() {
		PrintStream console = System.out;
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
		try {
			PlainShop.main(new String[] { file.toString(), EMULATOR.nodeId() });
		}
		finally {
			System.setOut(console);
		}
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""
				stored A1
				in Milano: [Ann]
				""");
		EMULATOR.wireMock().verifyThat(1, postRequestedFor(urlPathMatching(".*/events")));
	}

	@Test
	@DisplayName("makes its workspace in any of the ways that are shown")
	void makesWorkspaces() throws IOException {
		assertThat(PlainWorkspaces.plain("w1", "t0ken").baseUrl()).hasToString("https://api.contactlab.it/hub/v1");
		try (CloseableHttpClient httpClient = PlainWorkspaces.httpClient()) {
			Stream<Workspace> workspaces = Stream.of(PlainWorkspaces.settings(file), PlainWorkspaces.timeouts(file),
					PlainWorkspaces.workspace(file, httpClient), PlainWorkspaces.lazy(file, httpClient),
					PlainWorkspaces.tested(EMULATOR.workspaceId(), EMULATOR.token(), EMULATOR.baseUrl()),
					PlainWorkspaces.rotating(EMULATOR.workspaceId(), EMULATOR.baseUrl(), EMULATOR::token));
			workspaces.forEach((workspace) -> {
				CustomerRepository customers = workspace.node(EMULATOR.nodeId()).customers();
				Customer stored = customers.insert(Customer.builder().externalId("A1").build());
				assertThat(customers.patch(stored.id(), (patch) -> patch.set("extra", "x")).extra()).isEqualTo("x");
			});
		}
	}

	@Test
	@DisplayName("has a publisher with settings of its own")
	void hasPublisher() {
		Customer ann = NODE.customers().insert(Customer.builder().externalId("A1").build());
		try (EventPublisher publisher = PlainWorkspaces.publisher(NODE, (event, failure) -> {
		})) {
			publisher.publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(ann));
		}
		EMULATOR.wireMock().verifyThat(1, postRequestedFor(urlPathMatching(".*/events")));
	}

	@Test
	@DisplayName("with Spring has beans, and sends its events when the context is closed")
	void hasBeans() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test",
						Map.of("contacthub.workspace-id", EMULATOR.workspaceId(), "contacthub.token", EMULATOR.token(),
								"contacthub.base-url", EMULATOR.baseUrl(), "contacthub.node-id", EMULATOR.nodeId())));
			context.register(PlainConfiguration.class, Declared.class);
			context.refresh();
			assertThat(context.getBean(Cities.class).countByBaseAddressCity("Milano")).isZero();
			Customer ann = context.getBean(CustomerRepository.class)
				.insert(Customer.builder().externalId("A1").build());
			context.getBean(EventPublisher.class).publish(Event.of(EventType.LOGGED_IN).in(EventContext.WEB).by(ann));
		}
		EMULATOR.wireMock().verifyThat(1, postRequestedFor(urlPathMatching(".*/events")));
	}

	/**
	 * Has repositories that are declared.
	 */
	@EnableContactHubRepositories(considerNestedRepositories = true)
	static class Declared {

	}

	/**
	 * A repository that is declared.
	 */
	interface Cities extends ContactHubRepository<Customer> {

		long countByBaseAddressCity(String city);

	}

}

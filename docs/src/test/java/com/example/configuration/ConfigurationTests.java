package com.example.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.contacthub.Node;
import io.contacthub.Workspace;
import io.contacthub.autoconfigure.ContactHubAutoConfiguration;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.dao.TransientDataAccessResourceException;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the page on configuration.
 */
@DisplayName("An application is configured")
class ConfigurationTests {

	private static final ContactHubEmulator EMULATOR = ContactHubEmulator.start();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContactHubAutoConfiguration.class));

	@AfterAll
	static void stop() {
		EMULATOR.close();
	}

	@Test
	@DisplayName("by the environment, with underscores for dashes or without")
	void environment() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								Map.of("CONTACTHUB_WORKSPACE_ID", "w1", "CONTACTHUB_TOKEN", "t0ken\n",
										"CONTACTHUB_NODEID", "n1", "CONTACTHUB_HTTP_READ_TIMEOUT", "90s"))))
			.run((context) -> {
				assertThat(context.getBean(Node.class).id()).isEqualTo("n1");
				assertThat(context.getBean(Workspace.class).id()).isEqualTo("w1");
				assertThat(context.getBean(Workspace.class).client().callTimeout()).hasSeconds(90);
			});
	}

	@Test
	@DisplayName("by what holds for all HTTP clients, unless it says something else for ContactHub")
	void allClients() {
		ApplicationContextRunner common = this.runner
			.withConfiguration(AutoConfigurations.of(HttpClientAutoConfiguration.class,
					ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1",
					"spring.http.clients.read-timeout=90s");
		common.run((context) -> assertThat(context.getBean(Workspace.class).client().callTimeout()).hasSeconds(90));
		common.withPropertyValues("contacthub.http.read-timeout=5s")
			.run((context) -> assertThat(context.getBean(Workspace.class).client().callTimeout()).hasSeconds(60));
		common.withPropertyValues("spring.http.clients.imperative.factory=simple")
			.run((context) -> assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> context.getBean(Workspace.class))
				.withStackTraceContaining("it cannot send PATCH requests"));
	}

	@Test
	@DisplayName("by files of secrets")
	void secrets(@TempDir Path secrets) throws IOException {
		Files.writeString(secrets.resolve("contacthub.token"), EMULATOR.token() + "\n");
		this.runner.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues("spring.config.import=optional:configtree:" + secrets + "/",
					"contacthub.workspace-id=" + EMULATOR.workspaceId(), "contacthub.node-id=" + EMULATOR.nodeId(),
					"contacthub.base-url=" + EMULATOR.baseUrl())
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).count()).isZero());
	}

	@Test
	@DisplayName("by an INI file, which properties come before")
	void iniFile(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("contacthub.ini"), """
				[contacthub]
				; of the till
				workspace_id = another
				token = %s
				base_url = %s
				""".formatted(EMULATOR.token(), EMULATOR.baseUrl()));
		this.runner
			.withPropertyValues("contacthub.ini-file=" + file, "contacthub.workspace-id=" + EMULATOR.workspaceId(),
					"contacthub.node-id=" + EMULATOR.nodeId())
			.run((context) -> assertThat(context.getBean(CustomerRepository.class).count()).isZero());
	}

	@Test
	@DisplayName("by a bean, which is asked for the token at every request")
	void connectionDetails() {
		StringBuilder token = new StringBuilder("first");
		VaultConnectionDetails details = new VaultConnectionDetails((name) -> token.toString()) {

			@Override
			public String getBaseUrl() {
				return EMULATOR.baseUrl();
			}

		};
		EMULATOR.reset();
		this.runner.withBean(VaultConnectionDetails.class, () -> details).run((context) -> {
			CustomerRepository customers = context.getBean(CustomerRepository.class);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> customers.count(Query.all()));
			token.setLength(0);
			token.append("second");
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> customers.count(Query.all()));
		});
		for (String sent : new String[] { "first", "second" }) {
			EMULATOR.wireMock()
				.verifyThat(1, anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + sent)));
		}
	}

	@Test
	@DisplayName("by a customizer, after all properties")
	void customizer() {
		EMULATOR.reset();
		EMULATOR.switches(EMULATOR.switches().withFailureRate(1));
		this.runner.withUserConfiguration(ClientConfiguration.class)
			.withPropertyValues("contacthub.workspace-id=" + EMULATOR.workspaceId(),
					"contacthub.node-id=" + EMULATOR.nodeId(), "contacthub.token=" + EMULATOR.token(),
					"contacthub.base-url=" + EMULATOR.baseUrl(), "contacthub.retry.max-attempts=5")
			.run((context) -> assertThatExceptionOfType(TransientDataAccessResourceException.class)
				.isThrownBy(() -> context.getBean(CustomerRepository.class).count()));
		EMULATOR.wireMock().verifyThat(1, anyRequestedFor(anyUrl()).withHeader("X-Application", equalTo("shop")));
		EMULATOR.switches(EMULATOR.switches().withFailureRate(0));
	}

}

package io.contacthub.integration;

import java.nio.file.Files;
import java.nio.file.Path;

import io.contacthub.integration.RecordingServer.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a Spring Boot application that depends on the starter alone.
 */
@DisplayName("The starter alone")
class StarterIntegrationTests {

	private static final Path PROJECT = Path.of(System.getProperty("applications"), "starter");

	@Test
	@DisplayName("S2 is one dependency, and brings all that an application of Spring Boot needs")
	void isOneDependency() throws Exception {
		assertThat(Files.readString(PROJECT.resolve("pom.xml"))).containsOnlyOnce("<dependency>")
			.contains("<artifactId>contacthub-spring-boot-starter</artifactId>")
			.doesNotContain("org.springframework");
		try (RecordingServer server = new RecordingServer(); Application application = start(server)) {
			assertThat(application.exitCode()).as(application.output()).isZero();
			assertThat(application.output()).contains("Started BootApplication", "read Ann");
			assertThat(application.errors()).isEmpty();
		}
	}

	@Test
	@DisplayName("S4 sends the token to the workspace with the id, of three properties")
	void sendsToken() throws Exception {
		assertThat(Files.readAllLines(PROJECT.resolve("src/main/resources/application.properties")))
			.containsExactly("contacthub.workspace-id=w1", "contacthub.token=t0ken", "contacthub.node-id=n1");
		try (RecordingServer server = new RecordingServer(); Application application = start(server)) {
			assertThat(application.exitCode()).as(application.output()).isZero();
			assertThat(server.requests()).containsExactly(new Request("GET /customers/c1", "Bearer t0ken", ""));
		}
	}

	private static Application start(RecordingServer server) throws Exception {
		return Application.start("starter", "com.example.BootApplication", "--contacthub.base-url=" + server.baseUrl());
	}

}

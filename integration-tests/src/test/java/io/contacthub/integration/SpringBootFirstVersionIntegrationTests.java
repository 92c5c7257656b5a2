package io.contacthub.integration;

import io.contacthub.integration.RecordingServer.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with the first Spring Boot that there is support for; the
 * others have the newest.
 */
@DisplayName("The starter on Spring Boot 4.1.0")
class SpringBootFirstVersionIntegrationTests {

	@Test
	@DisplayName("starts, and reads as it does on later versions")
	void reads() throws Exception {
		assertThat(Application.classPath("spring-boot-4.1")).contains("spring-boot-4.1.0.jar")
			.noneMatch((file) -> file.matches("spring-boot-.*4\\.1\\.[1-9].*"));
		try (RecordingServer server = new RecordingServer();
				Application application = Application.start("spring-boot-4.1", "com.example.BootApplication",
						"--contacthub.base-url=" + server.baseUrl())) {
			assertThat(application.exitCode()).as(application.output()).isZero();
			assertThat(application.output()).contains(":: Spring Boot ::", "(v4.1.0)", "read Ann");
			assertThat(application.errors()).isEmpty();
			assertThat(server.requests()).containsExactly(new Request("GET /customers/c1", "Bearer t0ken", ""));
		}
	}

}

package io.contacthub.integration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with a Spring Boot that is too old.
 */
@DisplayName("The starter on Spring Boot 4.0")
class SpringBootVersionIntegrationTests {

	@Test
	@DisplayName("says which version it needs instead of starting")
	void saysWhatItNeeds() throws Exception {
		try (Application application = Application.start("spring-boot-4.0", "com.example.BootApplication")) {
			assertThat(application.exitCode()).isNotZero();
			assertThat(application.output())
				.contains("APPLICATION FAILED TO START",
						"ContactHub needs Spring Boot 4.1 or later, and this application runs on Spring Boot 4.0.0.",
						"Raise the version of Spring Boot.")
				.doesNotContain("t0ken", "NoClassDefFoundError");
		}
	}

}

package io.contacthub.integration;

import io.contacthub.integration.RecordingServer.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that declares a repository as an interface.
 */
@DisplayName("An application with a repository that is declared as an interface")
class DataIntegrationTests {

	@Test
	@DisplayName("finds customers with the starter and the module alone")
	void findsCustomers() throws Exception {
		try (RecordingServer server = new RecordingServer();
				Application application = Application.start("data", "com.example.DataApplication",
						"--contacthub.base-url=" + server.baseUrl())) {
			assertThat(application.exitCode()).as(application.output()).isZero();
			assertThat(application.output()).contains("found Ann");
			assertThat(application.errors()).isEmpty();
			assertThat(server.requests()).containsExactly(new Request("GET /customers", "Bearer t0ken", ""));
		}
	}

}

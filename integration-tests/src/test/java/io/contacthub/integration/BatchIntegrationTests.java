package io.contacthub.integration;

import io.contacthub.integration.RecordingServer.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application whose jobs are Spring Batch's, in memory, so without what jobs
 * on several machines need.
 */
@DisplayName("An application of Spring Batch")
class BatchIntegrationTests {

	@Test
	@DisplayName("writes customers with the starters and the module alone")
	void writesCustomers() throws Exception {
		try (RecordingServer server = new RecordingServer();
				Application application = Application.start("batch", "com.example.BatchApplication",
						"--contacthub.base-url=" + server.baseUrl())) {
			assertThat(application.exitCode()).as(application.output()).isZero();
			assertThat(application.errors()).isEmpty();
			assertThat(server.requests()).singleElement().satisfies((request) -> {
				assertThat(request).extracting(Request::line, Request::authorization)
					.containsExactly("POST /customers", "Bearer t0ken");
				assertThat(request.body()).contains("\"externalId\":\"A1\"");
			});
		}
	}

}

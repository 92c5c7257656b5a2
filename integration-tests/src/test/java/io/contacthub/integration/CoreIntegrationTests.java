package io.contacthub.integration;

import io.contacthub.integration.RecordingServer.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that depends on {@code contacthub-core} alone.
 */
@DisplayName("contacthub-core alone")
class CoreIntegrationTests {

	@Test
	@DisplayName("writes and reads a customer and an event, logs nothing, and lets the application end")
	void writesAndReads() throws Exception {
		try (RecordingServer server = new RecordingServer();
				Application application = Application.start("core", "com.example.PlainApplication", server.baseUrl())) {
			assertThat(application.exitCode()).as(application.errors()).isZero();
			assertThat(application.output().lines()).containsExactly("stored c1", "read Ann", "event of c1",
					"within the job");
			assertThat(application.errors()).isEmpty();
			assertThat(server.requests()).extracting(Request::line)
				.containsExactly("POST /customers", "GET /customers/c1", "POST /events", "GET /events/e1",
						"POST /events");
			assertThat(server.requests()).extracting(Request::authorization).containsOnly("Bearer t0ken");
			assertThat(server.requests().get(0).body()).contains("\"externalId\":\"A1\"", "\"nodeId\":\"n1\"");
			assertThat(server.requests().get(2).body()).contains("\"customerId\":\"c1\"", "\"type\":\"loggedIn\"",
					"\"context\":\"WEB\"");
		}
	}

}

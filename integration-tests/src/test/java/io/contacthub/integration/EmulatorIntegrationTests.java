package io.contacthub.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that depends on {@code contacthub-emulator} alone.
 */
@DisplayName("contacthub-emulator alone")
class EmulatorIntegrationTests {

	@Test
	@DisplayName("brings WireMock and Jackson, and neither Spring, the client nor a test framework")
	void bringsLittle() {
		assertThat(Application.classPath("emulator")).map((file) -> file.replaceAll("-\\d.*", ""))
			.containsExactlyInAnyOrder("contacthub-emulator", "wiremock-standalone", "jackson-databind", "jackson-core",
					"jackson-annotations", "jspecify");
	}

	@Test
	@DisplayName("is an emulator that says nothing, answers, and ends")
	void answers() throws Exception {
		try (Application application = Application.start("emulator", "com.example.EmulatorProgram")) {
			application.awaitOutput((said) -> said.contains("end"));
			assertThat(application.errors()).isEmpty();
			String[] said = application.output().strip().split(" ");
			assertThat(said).hasSize(5);
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(URI.create("%s/workspaces/%s/customers?nodeId=%s".formatted((Object[]) said)))
					.header("Authorization", "Bearer " + said[3])
					.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("\"totalElements\":3");
			application.stop();
			assertThat(application.output().lines()).hasSize(1);
			assertThat(application.errors()).isEmpty();
		}
	}

	@Test
	@DisplayName("says what its program needs")
	void namesMissingLibrary() throws Exception {
		try (Application application = Application.start("emulator",
				"io.contacthub.emulator.program.ContactHubEmulatorApplication", "--port=0")) {
			assertThat(application.exitCode()).isEqualTo(1);
			assertThat(application.output()).isEmpty();
			assertThat(application.errors()).startsWith("The program needs info.picocli:picocli on its class path");
			assertThat(application.errors().lines()).hasSize(1);
		}
	}

}

package io.contacthub.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application that depends on {@code contacthub-emulator} alone.
 */
@DisplayName("contacthub-emulator alone")
class EmulatorIntegrationTests {

	private static final Pattern ANNOUNCEMENT = Pattern.compile("""
			(?:.* io\\.contacthub\\.emulator\\.ContactHubEmulatorApplication main\\R)?(?:[A-Z]+: )?\
			ContactHub emulator is running
			 +base URL: +(\\S+)
			 +workspace id: +(\\S+)
			 +node id: +(\\S+)
			 +token: +(\\S+)
			""".replace("\n", "\\R"));

	@Test
	@DisplayName("brings WireMock and Jackson, and neither Spring, the client nor a test framework")
	void bringsLittle() {
		assertThat(Application.classPath("emulator")).map((file) -> file.replaceAll("-\\d.*", ""))
			.containsExactlyInAnyOrder("contacthub-emulator", "wiremock-standalone", "jackson-databind", "jackson-core",
					"jackson-annotations", "jspecify");
	}

	@Test
	@DisplayName("is an emulator that says where it is and nothing else, answers, and ends")
	void answers() throws Exception {
		try (Application application = Application.start("emulator",
				"io.contacthub.emulator.ContactHubEmulatorApplication", "--port=0", "--customers=3")) {
			application.awaitOutput((said) -> said.contains("token: "));
			Matcher announcement = ANNOUNCEMENT.matcher(application.output() + application.errors());
			assertThat(announcement.matches()).as(application.output() + application.errors()).isTrue();
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(URI.create("%s/workspaces/%s/customers?nodeId=%s".formatted(announcement.group(1),
							announcement.group(2), announcement.group(3))))
					.header("Authorization", "Bearer " + announcement.group(4))
					.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("\"totalElements\":3");
			application.stop();
			assertThat(application.output() + application.errors()).isEqualTo(announcement.group());
		}
	}

}

package io.contacthub.samples.desk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.contacthub.Node;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the desk when it is pointed to the real ContactHub, to which no request is
 * made.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "contacthub.workspace-id=my-workspace", "contacthub.token=my-secret-token",
				"contacthub.node-id=my-node", "desk.users.ada.password=my-password" })
@DisplayName("Desk on the real ContactHub")
class RealContactHubTests {

	@Autowired
	private Node node;

	@Autowired
	private ObjectProvider<ContactHubEmulator> emulator;

	@Test
	@DisplayName("starts no emulator and logs no token")
	void startsNoEmulator(CapturedOutput output) {
		assertThat(this.emulator.stream()).isEmpty();
		assertThat(this.node.id()).isEqualTo("my-node");
		assertThat(this.node.workspace().id()).isEqualTo("my-workspace");
		assertThat(output).contains("Running on the real ContactHub, https://api.contactlab.it/hub/v1")
			.contains("Open http://localhost:")
			.doesNotContain("my-secret-token", "my-password", "Log in as");
	}

	@Test
	@DisplayName("keeps the shop closed, which believes every e-mail address")
	void closesShop(@LocalServerPort int port) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/shop")).build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).doesNotContain("Moka Aurora");
	}

}

package io.contacthub.samples.desk;

import java.nio.file.Path;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the packaged desk, which was processed ahead of time by a build that knows
 * neither workspace nor token.
 */
@DisplayName("Processed ahead of time,")
class AheadOfTimeIntegrationTests {

	private static final String TOKEN = "known-at-run-time-only";

	@Test
	@DisplayName("the desk works when the connection is given at run time only")
	void connectionAtRunTime(@TempDir Path directory) throws Exception {
		try (ContactHubEmulator contactHub = ContactHubEmulator.builder().token(TOKEN).start();
				DeskProcess desk = DeskProcess.start(directory.resolve("desk.log"),
						Map.of("CONTACTHUB_WORKSPACE_ID", contactHub.workspaceId(), "CONTACTHUB_TOKEN", TOKEN,
								"CONTACTHUB_NODE_ID", contactHub.nodeId(), "CONTACTHUB_BASE_URL", contactHub.baseUrl(),
								"DESK_USERS_ADA_PASSWORD", "my-password", "DESK_USERS_ADA_ROLE", "editor"))) {
			contactHub.populate(3);
			Browser browser = new Browser(desk.address()).logIn("ada", "my-password").open("/");
			assertThat(desk.log()).contains("Starting AOT-processed CustomerDeskApplication");
			assertThat(browser.page().select("caption").text()).isEqualTo("3 customers");
			browser.open("/customers/new")
				.fill("First name", "Ada")
				.fill("Last name", "Lovelace")
				.fill("E-mail", "ada.lovelace@example.com")
				.press("Add customer");
			assertThat(browser.text()).contains("Ada Lovelace was added.");
			browser.open("/");
			assertThat(browser.page().select("caption").text()).isEqualTo("4 customers");
			assertThat(browser.page().select("tbody").text()).contains("Ada Lovelace", "ada.lovelace@example.com");
			WireMock requests = contactHub.wireMock();
			requests.verifyThat(2, getRequestedFor(urlPathMatching(".*/customers")).withHeader("Authorization",
					equalTo("Bearer " + TOKEN)));
			requests.verifyThat(1, postRequestedFor(urlPathMatching(".*/customers")).withHeader("Authorization",
					equalTo("Bearer " + TOKEN)));
		}
	}

	@Test
	@DisplayName("without a token the desk does not start, and shows the lines to add")
	void missingToken(@TempDir Path directory) throws Exception {
		try (DeskProcess desk = DeskProcess.start(directory.resolve("desk.log"),
				Map.of("CONTACTHUB_WORKSPACE_ID", "w", "CONTACTHUB_NODE_ID", "n"))) {
			assertThat(desk.exitCode()).isEqualTo(1);
			assertThat(desk.log()).contains("Starting AOT-processed CustomerDeskApplication",
					"APPLICATION FAILED TO START", "'contacthub.token'", "token: ${CONTACTHUB_TOKEN}");
		}
	}

}

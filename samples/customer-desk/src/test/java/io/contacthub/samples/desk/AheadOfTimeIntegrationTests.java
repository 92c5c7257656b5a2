package io.contacthub.samples.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
				DeskProcess desk = DeskProcess.start(directory.resolve("desk.log"), connection(contactHub))) {
			contactHub.populate(3);
			Browser browser = new Browser(desk.address()).logIn("ada", "my-password");
			assertThat(desk.log()).contains("Starting AOT-processed CustomerDeskApplication");
			assertThat(browser.heading()).isEqualTo("Overview");
			assertThat(browser.follow("Customers").text()).contains("3 customers");
			browser.open("/customers/new")
				.fill("First name", "Ada")
				.fill("Last name", "Lovelace")
				.fill("E-mail", "ada.lovelace@example.com")
				.press("Add customer");
			assertThat(browser.text()).contains("Ada Lovelace was added.");
			browser.open("/customers");
			assertThat(browser.text()).contains("4 customers");
			assertThat(browser.page().select("tbody").text()).contains("Ada Lovelace", "ada.lovelace@example.com");
			WireMock requests = contactHub.wireMock();
			requests.verifyThat(1, postRequestedFor(urlPathMatching(".*/customers")).withHeader("Authorization",
					equalTo("Bearer " + TOKEN)));
			assertThat(requests.find(anyRequestedFor(anyUrl()).withoutHeader("Authorization"))).isEmpty();
		}
	}

	@Test
	@DisplayName("the desk knows what a visitor of its shop has looked at before signing up")
	void visitor(@TempDir Path directory) throws Exception {
		try (ContactHubEmulator contactHub = ContactHubEmulator.start();
				DeskProcess desk = DeskProcess.start(directory.resolve("desk.log"), connection(contactHub))) {
			Browser visitor = new Browser(desk.address()).open("/shop")
				.press("Yes, remember my visit")
				.follow("Moka Aurora")
				.follow("Sign up")
				.fill("First name", "Grace")
				.fill("Last name", "Hopper")
				.fill("E-mail", "grace@example.com")
				.press("Sign up");
			assertThat(visitor.heading()).isEqualTo("Welcome, Grace");
			visitor.follow("Open this customer in the desk")
				.fill("Name", "ada")
				.fill("Password", "my-password")
				.press("Log in");
			assertThat(visitor.heading()).isEqualTo("Grace Hopper");
			String page = visitor.location();
			await().atMost(Duration.ofSeconds(20)).until(() -> visitor.open(page).text().contains("Moka Aurora"));
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

	private static Map<String, String> connection(ContactHubEmulator contactHub) {
		return Map.of("CONTACTHUB_WORKSPACE_ID", contactHub.workspaceId(), "CONTACTHUB_TOKEN", contactHub.token(),
				"CONTACTHUB_NODE_ID", contactHub.nodeId(), "CONTACTHUB_BASE_URL", contactHub.baseUrl(),
				"DESK_USERS_ADA_PASSWORD", "my-password", "DESK_USERS_ADA_ROLE", "editor", "DESK_SHOP_ENABLED", "true");
	}

}

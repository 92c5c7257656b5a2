package io.contacthub.samples.desk.change;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.CONSENTS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsentController}.
 */
@DisplayName("The consents of a customer")
class ConsentTests extends AbstractChangeTests {

	private static final String EMAIL = "Marketing by e-mail";

	@Test
	@DisplayName("are switched, and only what was switched is sent")
	void switches() {
		this.browser.open(path("/consents")).check(EMAIL, true);
		this.browser.page().selectFirst("[aria-label=Profiling: objected]").attr("checked", true);
		this.browser.press("Save consents");
		assertThat(this.browser.text()).contains("The changes are saved.");
		assertThat(patches())
			.containsExactly("{\"consents\":{\"marketing\":{\"automatic\":{\"email\":{\"status\":true}}},"
					+ "\"profiling\":{\"classic\":{\"objection\":true}}}}");
		this.browser.check(EMAIL, false).press("Save consents");
		assertThat(patches()).last()
			.isEqualTo("{\"consents\":{\"marketing\":{\"automatic\":{\"email\":{\"status\":false}}}}}");
	}

	@Test
	@DisplayName("are sent nothing of when nothing was switched")
	void sendsNothing() {
		this.browser.open(path("/consents")).press("Save consents");
		assertThat(this.browser.text()).contains("Nothing was changed");
		assertThat(patches()).isEmpty();
	}

	@Test
	@DisplayName("say when and by whom they were changed")
	void history() {
		this.customers.patch(this.ada.id(), (patch) -> patch.set(CONSENTS.MARKETING.AUTOMATIC.EMAIL.STATUS, true));
		this.browser.open(path("/consents"));
		assertThat(this.browser.page().select(".consent").first().text())
			.contains(EMAIL, "Changed", " through ", " (source)")
			.doesNotContain("5f1c35b2");
		assertThat(this.browser.page().select(".consent").get(1).text()).contains("Never asked");
	}

	@Test
	@DisplayName("are shown and can be changed without their history, which few tokens may read")
	void withoutHistory() {
		this.emulator.wireMock()
			.register(get(urlPathMatching(".*/consent-logs"))
				.willReturn(WireMock.jsonResponse("{\"message\":\"no\",\"logref\":\"reference-1\"}", 403)));
		this.browser.open(path("/consents"));
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().select(".banner").text()).contains("reference-1");
		this.browser.check(EMAIL, true).press("Save consents");
		assertThat(stored().consents().marketing().automatic().email().status()).isTrue();
	}

	@Test
	@DisplayName("are still switched as they were when they cannot be saved")
	void keepsSwitches() {
		this.browser.open(path("/consents")).check(EMAIL, true);
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		this.browser.press("Save consents");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.page().select("[role=switch][checked]")).hasSize(1);
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		this.browser.press("Try again");
		assertThat(stored().consents().marketing().automatic().email().status()).isTrue();
	}

}

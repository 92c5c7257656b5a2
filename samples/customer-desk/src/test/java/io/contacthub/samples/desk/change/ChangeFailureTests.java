package io.contacthub.samples.desk.change;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what forms that change a customer do when they cannot be carried out.
 */
@DisplayName("A form that fails")
class ChangeFailureTests extends AbstractChangeTests {

	@ParameterizedTest(name = "when ContactHub says {0}")
	@DisplayName("keeps what was typed")
	@CsvSource({ "400, 422", "401, 502", "403, 502", "409, 409", "422, 422", "429, 503", "500, 502", "503, 503" })
	void keepsInput(int said, int shown) {
		fail(RequestMethod.PATCH, "/.*", said, "{\"message\":\"no\",\"logref\":\"reference-1\"}");
		this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes").press("Save");
		assertThat(this.browser.status()).isEqualTo(shown);
		assertThat(this.browser.page().title()).startsWith("Error: Change Ada Lovelace");
		assertThat(this.browser.page().getElementById("base.firstName").val()).isEqualTo("Augusta");
		assertThat(this.browser.page().select("[role=alert]")).hasSize(1);
	}

	@Test
	@DisplayName("can be sent again when an outage is over")
	void triesAgain() {
		this.browser.open(path("/edit")).fill("First name", "Augusta").press("Review changes");
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		this.browser.press("Save");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.text()).contains("What you entered is still here.");
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		this.browser.press("Try again");
		assertThat(this.browser.text()).contains("The changes are saved.");
		assertThat(stored().base().firstName()).isEqualTo("Augusta");
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("is there again, whatever it was for:")
	@CsvSource({ "/customers/new, First name", "/jobs/new, Company", "/likes/new, Name", "/educations/new, School",
			"/subscriptions/new, Name", "/tags, Tag", "/events/new?type=openedTicket, Subject" })
	void eachForm(String page, String field) {
		String path = page.startsWith("/customers") ? page : path(page);
		this.browser.open(path).fill(field, "Something typed");
		if (page.contains("events")) {
			this.browser.fill("Context", "WEB");
		}
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		Browser failed = this.browser.press(button());
		assertThat(failed.status()).isEqualTo(503);
		assertThat(failed.page().select("main input").eachAttr("value")).contains("Something typed");
		assertThat(failed.location()).isEqualTo(path.replaceAll("\\?.*", ""));
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		failed.press(failed.page().select("#trouble button:not([hidden])").text());
		assertThat(failed.status()).isEqualTo(200);
		assertThat(failed.page().select("[role=status]")).isNotEmpty();
	}

	private String button() {
		return this.browser.page().select("main form button.primary").last().text();
	}

}

package io.contacthub.samples.desk.failure;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is shown when ContactHub refuses, fails or does not answer.
 */
@DisplayName("Failure of ContactHub")
@ExtendWith(OutputCaptureExtension.class)
class FailurePagesTests extends AbstractDeskTests {

	private static final String CUSTOMER = "/customers/5d2fa4c1-0000-4000-8000-000000000000";

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource({ "400, 422, ContactHub refused this, words or filters",
			"401, 502, The desk is not let in, does not accept the token",
			"403, 502, ContactHub does not permit this, may not do this",
			"404, 404, There is no such customer, may have been deleted",
			"429, 503, Too many requests to ContactHub, in 7 seconds",
			"500, 502, ContactHub gives no proper answer, whoever",
			"503, 503, ContactHub is not available, in a minute" })
	@DisplayName("has words and a next step of its own")
	void tells(int status, int shown, String heading, String words) {
		answer((status == 429) ? error(status).withHeader("Retry-After", "7") : error(status));
		this.browser.open(CUSTOMER);
		assertThat(this.browser.status()).isEqualTo(shown);
		assertThat(this.browser.heading()).isEqualTo(heading);
		assertThat(this.browser.page().title()).isEqualTo(heading + " · Customer desk");
		assertThat(this.browser.text()).contains(words, "All customers").doesNotContain("Exception", "Ada Secret");
		// nobody asks support for an address that was mistyped
		assertThat(this.browser.text().contains("name the reference logref-7")).isEqualTo(shown != 404);
		assertThat(this.browser.text().contains("Try again")).isEqualTo(shown == 503);
	}

	@Test
	@DisplayName("is told as a wrong setting where it is not ContactHub that has no such thing")
	void tellsSettings() {
		answer(aResponse().withStatus(404).withBody("<h1>nginx</h1>"));
		this.browser.open(CUSTOMER);
		assertThat(this.browser.status()).isEqualTo(502);
		assertThat(this.browser.heading()).isEqualTo("The settings of this desk are wrong");
		assertThat(this.browser.text()).doesNotContain("nginx", "name the reference");
	}

	@Test
	@DisplayName("is told as broken where the answer cannot be read")
	void tellsBroken() {
		answer(aResponse().withStatus(200).withHeader("Content-Type", "application/json").withBody("{\"id\": "));
		assertThat(this.browser.open(CUSTOMER).heading()).isEqualTo("ContactHub gives no proper answer");
	}

	@Test
	@DisplayName("is told in the language of the reader")
	void tellsInLanguage() {
		answer(error(503));
		this.browser.open(CUSTOMER + "?lang=it");
		assertThat(this.browser.heading()).isEqualTo("ContactHub non è disponibile");
		assertThat(this.browser.page().selectFirst("html").attr("lang")).isEqualTo("it");
		this.browser.open(CUSTOMER);
		assertThat(this.browser.text()).contains("Riprova");
	}

	@Test
	@DisplayName("can be tried again, and all is well")
	void triesAgain() {
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		this.browser.open("/customers?page=2");
		assertThat(this.browser.status()).isEqualTo(503);
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		this.browser.follow("Try again");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.location()).isEqualTo("/customers?page=2");
	}

	@Test
	@DisplayName("is a part of a page where a script has asked")
	void tellsScript() {
		answer(error(503));
		this.browser.openPart(CUSTOMER + "/edit");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.text()).contains("ContactHub is not available", "logref-7");
		assertThat(this.browser.response().body()).doesNotContain("<html", "<header");
	}

	@Test
	@DisplayName("of other kinds is a part of a page for a script, too")
	void tellsScriptOfOther() {
		this.browser.openPart("/nowhere");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.text()).startsWith("Not found");
		assertThat(this.browser.response().body()).doesNotContain("<html");
		assertThat(as("reader").openPart("/customers/new").text()).startsWith("You may not do this");
	}

	@Test
	@DisplayName("is not ours where the address is wrong")
	void wrongAddress() {
		this.browser.open("/customers");
		String token = this.browser.page().select("meta[name=csrf]").attr("content");
		this.browser.post("/overview", "_csrf", token);
		assertThat(this.browser.status()).isIn(404, 405);
		assertThat(this.browser.text()).doesNotContain("fault is on our side");
	}

	@Test
	@DisplayName("is logged once, without what ContactHub has quoted")
	void logs(CapturedOutput output) {
		answer(error(400));
		this.browser.open(CUSTOMER);
		assertThat(output.getAll().lines().filter((line) -> line.contains("logref-7"))).singleElement()
			.asString()
			.contains("WARN", "refused", "GET /customers/{id}", "status 400");
		assertThat(output).doesNotContain("Ada Secret");
	}

	@Test
	@DisplayName("is no warning where somebody looks for a customer who is gone")
	void logsNoMissing(CapturedOutput output) {
		answer(error(404));
		assertThat(this.browser.open(CUSTOMER).status()).isEqualTo(404);
		assertThat(output).doesNotContain("logref-7");
	}

	private void answer(ResponseDefinitionBuilder answer) {
		this.emulator.wireMock().register(get(urlPathMatching(".*" + CUSTOMER)).willReturn(answer));
	}

	private static ResponseDefinitionBuilder error(int status) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withBody("{\"message\":\"Ada Secret\",\"logref\":\"logref-7\"}");
	}

}

package io.contacthub.samples.desk.form;

import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for names of fields that a request has made up.
 */
@DisplayName("A name of a field that a request has made up")
@ExtendWith(OutputCaptureExtension.class)
class OddNamesTests extends AbstractDeskTests {

	@ParameterizedTest
	@ValueSource(strings = {
			"extended.x')}, label=${'PWN'+@environment.getProperty('spring.application.name')},"
					+ " z=${#strings.trim('",
			"extended.${'PWN' + 'customer-desk'}", "extended.__${'PWN'+'customer-desk'}__", "extended.x'\"}]]",
			"extended.[(${'PWN'+'customer-desk'})]", "extended.*{'PWN'}" })
	@DisplayName("is a text, and nothing that is run")
	void nothingRuns(String name, CapturedOutput output) {
		this.browser.open("/customers");
		String customer = this.browser.page().select("main a[href^=/customers/]:not([href$=new])").attr("href");
		String token = this.browser.page().select("meta[name=csrf]").attr("content");
		for (String step : new String[] { "edit", "review", "" }) {
			this.browser.post(customer + "/edit", "_csrf", token, "step", step, "type." + name, "TEXT", name, "7",
					"base.firstName", "Ada");
			assertThat(this.browser.text()).doesNotContain("PWNcustomer-desk");
			assertThat(this.browser.response().body()).doesNotContain("PWNcustomer-desk");
			assertThat(this.browser.status()).isLessThan(500);
		}
		assertThat(output).doesNotContain("TemplateProcessingException", " ERROR ");
	}

}

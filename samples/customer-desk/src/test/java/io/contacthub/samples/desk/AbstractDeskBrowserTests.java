package io.contacthub.samples.desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Base of the tests in Chromium, which are left out where there is none. An editor has
 * logged in.
 */
@EnabledIf("io.contacthub.samples.desk.Chromium#isInstalled")
public abstract class AbstractDeskBrowserTests extends AbstractDeskTests {

	/**
	 * The browser, on an empty page.
	 */
	protected Chromium chromium;

	@BeforeEach
	void openChromium() {
		this.chromium = Chromium.at(this.address);
		this.chromium.as(this.browser);
	}

	protected void open(String path) {
		this.chromium.open(path);
	}

	protected void fill(String label, String value) {
		this.chromium.fill(label, value);
	}

	protected void press(String button) {
		this.chromium.press(button);
	}

	protected void follow(String link) {
		this.chromium.follow(link);
	}

	protected void click(String selector) {
		this.chromium.click(selector);
	}

	protected String text() {
		return this.chromium.text();
	}

	protected void awaitText(String text) {
		this.chromium.awaitText(text);
	}

	protected void screenshot(String name) {
		this.chromium.screenshot(name);
	}

	/**
	 * Let pages do without scripts from now on.
	 */
	protected void withoutScripts() {
		this.chromium.scripts(false);
	}

}

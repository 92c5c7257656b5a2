package io.contacthub.samples.desk.layout;

import java.time.Duration;

import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the script of the desk does on every page.
 */
@DisplayName("In a browser every page")
class DeskScriptTests extends AbstractDeskBrowserTests {

	/**
	 * Notes in the session of the tab that the bar was shown, since the page is gone
	 * afterwards.
	 */
	private static final String WATCH = "new MutationObserver(() => sessionStorage.setItem('shown', 'yes'))"
			+ ".observe(document.getElementById('progress'), { attributes: true }); sessionStorage.removeItem('shown')";

	@Test
	@DisplayName("has times in the zone of the reader from the second one on")
	void zone() {
		open("/customers");
		open("/customers");
		assertThat(text()).contains("Times are those of Europe/Rome.");
	}

	@Test
	@DisplayName("shows that the next one is on its way where that takes long, and only there")
	void progress() {
		open("/customers");
		this.chromium.execute(WATCH);
		follow("Next");
		assertThat(this.chromium.execute("return sessionStorage.getItem('shown')")).isNull();
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(1500)));
		this.chromium.execute(WATCH);
		follow("Next");
		assertThat(this.chromium.location()).contains("page=3");
		assertThat(this.chromium.execute("return sessionStorage.getItem('shown')")).isEqualTo("yes");
		assertThat(this.chromium.execute("return document.getElementById('progress').hidden")).isEqualTo(true);
	}

	@Test
	@DisplayName("can be used by the keyboard from its beginning, past its head")
	void keyboard() {
		open("/customers");
		this.chromium.keys(Keys.TAB);
		this.chromium.awaitFocus("a.skip");
		this.chromium.keys(Keys.ENTER);
		this.chromium.awaitFocus("main");
		this.chromium.keys(Keys.TAB);
		this.chromium.awaitFocus("main a, main input, main button, main select");
	}

	@Test
	@DisplayName("has its errors read first")
	void errors() {
		open("/customers/new");
		press("Add customer");
		this.chromium.awaitFocus("#errors");
		assertThat(this.chromium.title()).startsWith("Error: ");
		click("#errors a");
		this.chromium.awaitFocus("main input[aria-invalid=true]");
	}

	@Test
	@DisplayName("sends a form once, and again after one has gone back")
	void forms() {
		open("/login?lang=en");
		open("/customers/new");
		this.chromium.execute("sessionStorage.setItem('sent', 0); document.addEventListener('submit', (event) => {"
				+ " if (!event.defaultPrevented) sessionStorage.setItem('sent', +sessionStorage.getItem('sent') + 1); });"
				+ " const form = document.querySelector('main form');"
				+ " setTimeout(() => { form.requestSubmit(); form.requestSubmit(); })");
		awaitText("Please look at this again");
		assertThat(this.chromium.execute("return sessionStorage.getItem('sent')")).isEqualTo("1");
		this.chromium.back();
		press("Add customer");
		awaitText("Please look at this again");
	}

}

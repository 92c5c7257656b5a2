package io.contacthub.samples.desk;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages, on the emulator.
 */
@DisplayName("Customer desk")
class CustomerDeskTests extends AbstractDeskTests {

	@Test
	@DisplayName("shows a customer that was added on its own page")
	void addsCustomer() {
		this.browser.open("/")
			.open("/customers/new")
			.fill("First name", "Ada")
			.fill("Last name", "Lovelace")
			.fill("E-mail", "ada.lovelace@example.com")
			.fill("External id", "4711")
			.fill("Date of birth", "1815-12-10")
			.press("Add customer");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().select("h1").text()).isEqualTo("Ada Lovelace");
		assertThat(this.browser.text()).contains("Ada Lovelace was added.", "ada.lovelace@example.com", "4711",
				"10 Dec 1815", "There are no events yet.");
	}

	@Test
	@DisplayName("shows a message once")
	void showsMessageOnce() {
		add("Once", "Only", "once@example.com");
		String address = this.browser.page().location();
		assertThat(this.browser.text()).contains("was added");
		assertThat(this.browser.open(address).text()).doesNotContain("was added");
	}

	@Test
	@DisplayName("does not find an unknown customer")
	void findsNoUnknownCustomer() {
		this.browser.open("/customers/5d2fa4c1-0000-4000-8000-000000000000");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.text()).contains("There is no such customer").doesNotContain("Exception");
	}

	@Test
	@DisplayName("does not find an unknown page")
	void findsNoUnknownPage() {
		this.browser.open("/nowhere");
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.text()).contains("There is no such page");
	}

	@Test
	@DisplayName("shows a name as text and never as markup")
	void escapesNames() {
		add("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "hostile@example.com");
		assertThat(this.browser.page().select("h1").text())
			.isEqualTo("<script>alert(1)</script> \"><img src=x onerror=alert(2)>");
		assertThat(this.browser.page().select("main script, main img")).isEmpty();
	}

	private void add(String firstName, String lastName, String email) {
		this.browser.open("/customers/new")
			.fill("First name", firstName)
			.fill("Last name", lastName)
			.fill("E-mail", email)
			.press("Add customer");
	}

}

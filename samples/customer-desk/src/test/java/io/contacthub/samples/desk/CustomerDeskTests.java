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
				"1815-12-10", "There are no events.");
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
	@DisplayName("names who exists already with a link, and keeps the input")
	void namesExistingCustomer() {
		add("Grace", "Hopper", "grace.hopper@example.com");
		String address = this.browser.page().location();
		add("Grace Brewster", "Hopper", "grace.hopper@example.com");
		assertThat(this.browser.text()).contains("ContactHub already has this customer.");
		assertThat(this.browser.page().getElementById("firstName").val()).isEqualTo("Grace Brewster");
		this.browser.follow("Open the existing customer");
		assertThat(this.browser.page().location()).isEqualTo(address);
	}

	@Test
	@DisplayName("explains wrong input at its field")
	void explainsInput() {
		this.browser.open("/customers/new").fill("E-mail", "nobody").press("Add customer");
		assertThat(error("firstName")).isEqualTo("Enter the first name.");
		assertThat(error("lastName")).isEqualTo("Enter the last name.");
		assertThat(error("email")).isEqualTo("Enter an e-mail address such as ada@example.com.");
		this.browser.fill("Date of birth", "yesterday").press("Add customer");
		assertThat(error("dob")).isEqualTo("This value cannot be read.");
		assertThat(this.browser.page().getElementById("email").val()).isEqualTo("nobody");
	}

	@Test
	@DisplayName("shows a changed e-mail address")
	void changesEmail() {
		add("Alan", "Turing", "alan@example.com");
		this.browser.fill("New e-mail", "alan.turing@example.com").press("Change e-mail");
		assertThat(this.browser.text()).contains("The e-mail address was changed.");
		assertThat(this.browser.page().select("dd").first().text()).isEqualTo("alan.turing@example.com");
	}

	@Test
	@DisplayName("explains at the field why an e-mail address cannot be changed")
	void explainsEmail() {
		add("Edsger", "Dijkstra", "edsger@example.com");
		add("Barbara", "Liskov", "barbara@example.com");
		this.browser.fill("New e-mail", "").press("Change e-mail");
		assertThat(error("email")).isEqualTo("Enter the e-mail address.");
		this.browser.fill("New e-mail", "edsger@example.com").press("Change e-mail");
		assertThat(error("email")).isEqualTo("Another customer has this e-mail address.");
		assertThat(this.browser.page().select("dd").first().text()).isEqualTo("barbara@example.com");
	}

	@Test
	@DisplayName("shows events that were added, the newest first")
	void addsEvents() {
		add("Donald", "Knuth", "donald@example.com");
		addEvent("openedTicket", "T-1", "Reward check");
		addEvent("closedTicket", "T-1", "Reward check");
		assertThat(this.browser.text()).contains("The event was added.", "2 events");
		assertThat(this.browser.page().select("tbody td:nth-child(2)").eachText()).containsExactly("closedTicket",
				"openedTicket");
		assertThat(this.browser.page().select("tbody tr").first().text()).contains("MOBILE", "ticketId: T-1",
				"subject: Reward check");
	}

	@Test
	@DisplayName("shows events by pages")
	void pagesEvents() {
		add("Margaret", "Hamilton", "margaret@example.com");
		for (int i = 1; i <= 11; i++) {
			addEvent("openedTicket", "T-" + i, "Alarm 1202");
		}
		assertThat(this.browser.text()).contains("T-11");
		this.browser.follow("Next");
		assertThat(this.browser.page().select("tbody tr").eachText()).singleElement().asString().contains("T-1");
		assertThat(this.browser.text()).contains("Previous").doesNotContain("Next");
	}

	@Test
	@DisplayName("explains at the field that an event lacks its subject")
	void explainsEvent() {
		add("Katherine", "Johnson", "katherine@example.com");
		this.browser.fill("Ticket", "T-1").press("Add event");
		assertThat(error("subject")).isEqualTo("Enter what the ticket is about.");
		assertThat(this.browser.page().getElementById("ticketId").val()).isEqualTo("T-1");
	}

	@Test
	@DisplayName("has no customer any more that was deleted")
	void deletesCustomer() {
		add("Nobody", "Atall", "nobody@example.com");
		String address = this.browser.page().location();
		this.browser.press("Delete customer");
		assertThat(this.browser.page().title()).startsWith("Customers");
		assertThat(this.browser.text()).contains("The customer was deleted.");
		assertThat(this.browser.open(address).status()).isEqualTo(404);
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

	private void addEvent(String type, String ticket, String subject) {
		this.browser.fill("What happened", type)
			.fill("Where", "MOBILE")
			.fill("Ticket", ticket)
			.fill("Subject", subject)
			.press("Add event");
	}

	private String error(String field) {
		return this.browser.page().getElementById(field + "-error").text();
	}

}

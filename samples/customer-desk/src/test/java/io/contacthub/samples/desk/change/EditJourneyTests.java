package io.contacthub.samples.desk.change;

import java.time.Duration;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an editor does to a customer, in Chromium.
 */
@DisplayName("An editor in Chromium")
class EditJourneyTests extends AbstractDeskBrowserTests {

	@Autowired
	private CustomerRepository customers;

	private String id;

	@BeforeEach
	void addCustomer() {
		this.id = this.customers
			.insert(Customer.builder()
				.base((base) -> base.firstName("Ada")
					.lastName("Lovelace")
					.contacts((contacts) -> contacts.email("ada.lovelace@example.com")))
				.tags((tags) -> tags.manual(List.of("newsletter")))
				.build())
			.id();
	}

	@Test
	@DisplayName("changes a name after a look at what will be sent")
	void edits() {
		open(path("/edit"));
		fill("First name", "Augusta");
		fill("Date of birth", "1815-12-10");
		press("Review changes");
		awaitText("What will be sent");
		assertThat(this.chromium.count("tbody tr")).isEqualTo(2);
		screenshot("change-review");
		press("Save");
		awaitText("The changes are saved.");
		assertThat(stored().base()).extracting("firstName").isEqualTo("Augusta");
		assertThat(stored().base().dob()).hasToString("1815-12-10");
		assertThat(this.chromium.messages()).isEmpty();
	}

	@Test
	@DisplayName("is led to what is wrong, and to the customer who has the e-mail address")
	void conflict() {
		String grace = this.customers
			.insert(Customer.builder()
				.base((base) -> base.firstName("Grace").contacts((contacts) -> contacts.email("grace@example.com")))
				.build())
			.id();
		open(path("/edit"));
		fill("E-mail", "grace");
		press("Review changes");
		awaitText("Enter an e-mail address");
		assertThat(this.chromium.title()).startsWith("Error: ");
		this.chromium.awaitFocus("#errors");
		follow("Enter an e-mail address");
		this.chromium.awaitFocus("[name='base.contacts.email']");
		fill("E-mail", "grace@example.com");
		press("Review changes");
		awaitText("What will be sent");
		press("Save");
		awaitText("Open the existing customer");
		screenshot("change-conflict");
		follow("Open the existing customer");
		this.chromium.awaitText("h1", "Grace");
		assertThat(this.chromium.location()).isEqualTo("/customers/" + grace);
	}

	@Test
	@DisplayName("chooses between the own change and that of somebody else")
	void concurrentEdit() {
		open(path("/edit"));
		fill("First name", "Augusta");
		fill("City", "Ockham");
		press("Review changes");
		awaitText("What will be sent");
		this.customers.patch(this.id, (patch) -> patch.set(BASE.FIRST_NAME, "Adeline").set(BASE.LAST_NAME, "King"));
		press("Save");
		awaitText("Somebody else was faster");
		assertThat(text()).contains("Augusta", "Adeline");
		screenshot("change-collision");
		this.chromium.toggle("Theirs");
		press("Save");
		awaitText("The changes are saved.");
		assertThat(stored().base()).extracting("firstName", "lastName").containsExactly("Adeline", "King");
		assertThat(stored().base().address().city()).isEqualTo("Ockham");
	}

	@Test
	@DisplayName("adds and removes tags")
	void tags() {
		open(path(""));
		fill("New tag", "vip");
		press("Add tag");
		awaitText("The tag “vip” was added.");
		press("Remove the tag newsletter");
		awaitText("The tag “newsletter” was removed.");
		assertThat(stored().tags().manual()).containsExactly("vip");
	}

	@Test
	@DisplayName("switches consents")
	void consents() {
		open(path("/consents"));
		this.chromium.toggle("Marketing by e-mail");
		press("Save consents");
		awaitText("The changes are saved.");
		assertThat(stored().consents().marketing().automatic().email().status()).isTrue();
		assertThat(stored().consents().marketing().automatic().sms().status()).isNull();
	}

	@Test
	@DisplayName("goes on after an outage in the middle of a form")
	void outage() {
		open("/customers/new");
		fill("First name", "Grace");
		fill("Last name", "Hopper");
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		press("Add customer");
		awaitText("Send again anyway");
		this.chromium.awaitFocus("#trouble");
		screenshot("change-outage");
		assertThat(isSentByEnter()).isEqualTo(false);
		this.emulator.switches(this.emulator.switches().withFailureRate(0));
		press("Send again anyway");
		awaitText("Grace Hopper was added.");
		this.chromium.awaitFocus("#message");
	}

	private Object isSentByEnter() {
		this.chromium.execute("""
				window.stop = (event) => {
					event.preventDefault();
					window.sent = true;
				};
				document.getElementById("trouble").closest("form").addEventListener("submit", window.stop);
				""");
		this.chromium.driver().findElement(By.name("base.firstName")).sendKeys(Keys.ENTER);
		return this.chromium.execute("""
				document.getElementById("trouble").closest("form").removeEventListener("submit", window.stop);
				return window.sent === true;
				""");
	}

	@Test
	@DisplayName("adds one customer by a double click on a slow line")
	void doubleClick() {
		long before = this.customers.count(Query.all());
		open("/customers/new");
		fill("First name", "Grace");
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(700)));
		new Actions(this.chromium.driver())
			.doubleClick(this.chromium.driver().findElement(By.cssSelector("main form button.primary")))
			.perform();
		awaitText("Grace was added.");
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ZERO));
		assertThat(this.customers.count(Query.all())).isEqualTo(before + 1);
	}

	@Test
	@DisplayName("does all of it without scripts")
	void withoutAnyScript() {
		withoutScripts();
		open(path("/edit"));
		fill("First name", "Augusta");
		press("Review changes");
		awaitText("What will be sent");
		press("Save");
		awaitText("The changes are saved.");
		fill("New tag", "vip");
		press("Add tag");
		awaitText("The tag “vip” was added.");
		open(path("/consents"));
		this.chromium.toggle("Marketing by e-mail");
		press("Save consents");
		awaitText("The changes are saved.");
		open(path("/events/new?type=openedTicket"));
		fill("Context (required)", "WEB");
		fill("Subject", "Reward check");
		press("Add event");
		awaitText("The event was accepted.");
		this.emulator.wireMock().verifyThat(3, patchRequestedFor(urlPathMatching(".*/customers/" + this.id)));
		this.emulator.wireMock().verifyThat(1, WireMock.postRequestedFor(urlPathMatching(".*/events")));
	}

	private String path(String rest) {
		return "/customers/" + this.id + rest;
	}

	private Customer stored() {
		return this.customers.getById(this.id);
	}

}

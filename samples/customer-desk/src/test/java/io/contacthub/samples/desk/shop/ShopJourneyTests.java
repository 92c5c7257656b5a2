package io.contacthub.samples.desk.shop;

import java.time.Duration;

import io.contacthub.event.EventPublisher;
import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the way of a visitor who becomes a customer, in Chromium.
 */
@DisplayName("Visitor in a browser")
class ShopJourneyTests extends AbstractDeskBrowserTests {

	@Autowired
	private EventPublisher publisher;

	@Test
	@DisplayName("becomes a customer, whose time line in the desk has what was looked at before")
	void becomesCustomer() {
		asVisitor();
		look();
		signUp();
		assertThat(this.publisher.flush(Duration.ofSeconds(20))).isTrue();
		follow("Open this customer in the desk");
		awaitText("Log in to the customer desk");
		fill("Name", "reader");
		fill("Password", "reader");
		press("Log in");
		awaitHeading("Grace Hopper");
		awaitText("Moka Aurora");
		assertThat(text()).contains("grace@example.com", "Tazzina Duomo")
			.as("what was looked at before consent")
			.doesNotContain("Miscela Navigli");
		screenshot("visitor-in-desk");
	}

	@Test
	@DisplayName("becomes a customer without scripts, too")
	void becomesCustomerWithoutScripts() {
		withoutScripts();
		asVisitor();
		look();
		signUp();
	}

	private void awaitHeading(String text) {
		this.chromium.awaitText("h1", text);
	}

	private void asVisitor() {
		open("/shop");
		this.chromium.driver().manage().deleteAllCookies();
		open("/shop");
	}

	private void look() {
		follow("Miscela Navigli");
		awaitHeading("Miscela Navigli");
		follow("All products");
		awaitHeading("Everything");
		follow("Tazzina Duomo");
		awaitHeading("Tazzina Duomo");
		assertThat(this.chromium.driver().manage().getCookies()).as("cookies before consent").isEmpty();
		press("Yes, remember my visit");
		awaitText("We remember what you look at.");
		assertThat(this.chromium.driver().manage().getCookies()).as("cookies after consent")
			.extracting(Cookie::getName)
			.containsExactly("contacthub-session");
		follow("All products");
		awaitHeading("Everything");
		follow("Moka Aurora");
		awaitHeading("Moka Aurora");
	}

	private void signUp() {
		follow("Sign up");
		awaitHeading("Sign up");
		press("Sign up");
		awaitText("Please look at this again");
		fill("First name", "Grace");
		fill("Last name", "Hopper");
		fill("E-mail", "grace@example.com");
		this.chromium.toggle("Send me the newsletter");
		press("Sign up");
		awaitHeading("Welcome, Grace");
		assertThat(this.chromium.messages()).isEmpty();
	}

}

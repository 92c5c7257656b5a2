package io.contacthub.samples.desk.find;

import io.contacthub.Workspace;
import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how people look for customers, in a browser.
 */
@DisplayName("Who looks for customers")
class FindJourneyTests extends AbstractDeskBrowserTests {

	@Autowired
	private Workspace workspace;

	@Test
	@DisplayName("sees results while typing, narrows and sorts them, and comes back to where they were")
	void searches() {
		open("/customers");
		fill("Search", "de luca");
		this.chromium.awaitText("#results", "Search: de luca");
		assertThat(this.chromium.location()).isEqualTo("/customers?q=de%20luca");
		assertThat(this.chromium.isFocused("#q")).isTrue();
		String all = found();
		follow("More filters");
		fill("City", "napoli");
		this.chromium.awaitText("#results", "City: napoli");
		assertThat(found()).isNotEqualTo(all);
		follow("Registered");
		this.chromium.awaitText("th[aria-sort]", "Registered");
		this.chromium.awaitFocus("#by-registered");
		assertThat(this.chromium.execute("return document.getElementById('sort').value")).isEqualTo("registered,desc");
		assertThat(this.chromium.title()).isEqualTo("Search: de luca, City: napoli · Customers · Customer desk");
		assertThat(this.chromium.location()).isEqualTo("/customers?q=de%20luca&city=napoli&sort=registered%2Cdesc");
		String found = found();
		String name = this.chromium.text("tbody th a");
		follow(name);
		this.chromium.awaitText("h1", name);
		this.chromium.back();
		this.chromium.awaitText("#found", found);
		assertThat(this.chromium.location()).isEqualTo("/customers?q=de%20luca&city=napoli&sort=registered%2Cdesc");
		follow("City: napoli");
		this.chromium.awaitText("#found", all);
		assertThat(this.chromium.execute("return document.getElementById('q').value")).isEqualTo("de luca");
		assertThat(this.chromium.execute("return document.getElementById('city').value")).isEqualTo("");
		assertThat(this.chromium.messages()).isEmpty();
	}

	@Test
	@DisplayName("is helped on by what is too much, a moment after typing what finds nobody")
	void isHelped() {
		open("/customers?city=Milan&bornFrom=1940-01-01");
		fill("Tag", "vip");
		this.chromium.awaitText("#results", "28 customers without “City: Milan”");
		follow("28 customers without “City: Milan”");
		this.chromium.awaitText("#found", "28 customers");
		assertThat(this.chromium.messages()).isEmpty();
	}

	@Test
	@DisplayName("goes back through what was typed, and leaves no customer in the browser's storage")
	void goesBack() {
		open("/customers");
		fill("Search", "Rita");
		this.chromium.awaitText("#results", "Search: Rita");
		String ritas = found();
		fill("Search", "Rita Bianchi");
		this.chromium.awaitText("#results", "Search: Rita Bianchi");
		assertThat(found()).isEqualTo("3 customers");
		this.chromium.back();
		this.chromium.awaitText("#found", ritas);
		assertThat(this.chromium.execute("return document.getElementById('q').value")).isEqualTo("Rita");
		assertThat((String) this.chromium.execute(
				"return JSON.stringify(Object.values(localStorage)) + JSON.stringify(Object.values(sessionStorage))"))
			.doesNotContain("@example.com", "<");
	}

	@Test
	@DisplayName("saves a filter, uses it and deletes it")
	void saves() {
		open("/customers");
		fill("Search", "Milano");
		this.chromium.awaitText("#results", "No customers match");
		fill("Search", "");
		this.chromium.awaitText("#found", "200 customers");
		follow("More filters");
		fill("Tag", "vip");
		this.chromium.awaitText("#found", "28 customers");
		follow("Save the present filter");
		fill("Name of the filter", "Vip customers");
		press("Save filter");
		awaitText("The filter “Vip customers” was saved.");
		assertThat(found()).isEqualTo("28 customers");
		assertThat(this.workspace.segments().stream()).singleElement()
			.satisfies((segment) -> assertThat(segment.query().toString()).contains("tags.manual"));
		open("/customers");
		follow("Vip customers");
		this.chromium.awaitText("#found", "28 customers");
		follow("Delete saved filters");
		press("Delete Vip customers");
		awaitText("The saved filter was deleted.");
		assertThat(this.workspace.segments().stream()).isEmpty();
	}

	@Test
	@DisplayName("does all of it without scripts")
	void withoutScriptsToo() {
		withoutScripts();
		open("/customers");
		fill("Search", "Rita Bianchi");
		press("Search");
		this.chromium.awaitText("#found", "3 customers");
		follow("City");
		this.chromium.awaitText("th[aria-sort]", "City");
		follow("Search: Rita Bianchi");
		this.chromium.awaitText("#found", "200 customers");
		follow("Next");
		this.chromium.awaitText(".pager [aria-current]", "2");
		follow("More filters");
		fill("Tag", "vip");
		press("Search");
		this.chromium.awaitText("#found", "28 customers");
		follow("Save the present filter");
		fill("Name of the filter", "Vip");
		press("Save filter");
		awaitText("The filter “Vip” was saved.");
		open("/overview?complete=true");
		awaitText("Customers by city");
	}

	private String found() {
		return this.chromium.text("#found");
	}

}

package io.contacthub.samples.desk.customer;

import java.time.Instant;
import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page of a customer, in Chromium.
 */
@DisplayName("Somebody who looks at a customer")
class CustomerJourneyTests extends AbstractDeskBrowserTests {

	private static final String PAGE = "/customers/" + PageData.ID;

	private static final Instant EVENING = Instant.parse("2026-03-01T22:10:00Z");

	@BeforeEach
	void fill() {
		PageData.everything(this.emulator);
		PageData.pageViews(this.emulator, 44, EVENING);
		PageData.event(this.emulator, "searched", "MOBILE", EVENING.minusSeconds(3600),
				JsonObject.of("keyword", "barolo", "resultCount", 3));
	}

	@Test
	@DisplayName("chooses what to see, has more of it on demand, and goes back")
	void looksAround() {
		open(PAGE);
		awaitText("Page number 43");
		// only now the desk knows that the browser is in Rome
		open(PAGE);
		assertThat(text()).contains("1 March 2026", "23:53", "Ada Lovelace", "Marketing by e-mail");
		fill("What happened", "viewedPage");
		this.chromium.awaitText(".timeline-clear", "Show everything");
		assertThat(this.chromium.location()).startsWith(PAGE + "?type=viewedPage");
		assertThat(this.chromium.text("#timeline")).doesNotContain("barolo");
		int headings = this.chromium.count(".day h3");
		follow("Older events");
		this.chromium.awaitText("#more", "40 of 4");
		assertThat(this.chromium.count(".event")).isEqualTo(40);
		assertThat(this.chromium.count(".day h3")).isEqualTo(headings);
		this.chromium.awaitFocus(".event");
		assertThat(this.chromium.text(".event:focus")).contains("Page number 23");
		fill("What happened", "searched");
		awaitText("barolo");
		follow("Details");
		this.chromium.awaitText(".event-details", "Results");
		this.chromium.back();
		awaitText("Page number 43");
		assertThat(this.chromium.location()).startsWith(PAGE + "?type=viewedPage");
		assertThat(this.chromium.messages()).isEmpty();
	}

	@Test
	@DisplayName("can do all of that without scripts")
	void byLinks() {
		withoutScripts();
		open(PAGE);
		press("Show");
		awaitText("Page number 43");
		follow("Older events");
		awaitText("Page number 23");
		assertThat(this.chromium.location()).contains("page=2");
		assertThat(text()).doesNotContain("Page number 43");
		follow("Back to the newest events");
		awaitText("Page number 43");
		follow("Details");
		awaitText("Received");
	}

	@Test
	@DisplayName("sees why no further events can be had, and keeps those that are there")
	void outage() {
		open(PAGE);
		awaitText("Page number 43");
		PageData.fail(this.emulator, "/events", 503);
		follow("Older events");
		awaitText("Try again");
		assertThat(text()).contains("Page number 43", "Page number 24");
		this.chromium.messages();
	}

	@Test
	@DisplayName("reads the numbers of the chart as a table")
	void chart() {
		open(PAGE);
		awaitText("Show the numbers");
		follow("Show the numbers");
		this.chromium.awaitText(".chart-numbers", "Viewed page");
		assertThat((List<?>) this.chromium
			.execute("return [...document.querySelectorAll('.chart-column rect')].filter(r => r.getBBox().width <= 0)"))
			.isEmpty();
		screenshot("customer-page");
	}

}

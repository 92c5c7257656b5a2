package io.contacthub.samples.desk.customer;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.contacthub.json.JsonObject;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the time line on the page of a customer.
 */
@DisplayName("Time line")
class TimelineTests extends AbstractDeskTests {

	private static final String PAGE = "/customers/" + PageData.ID;

	private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");

	private List<String> subjects() {
		return this.browser.page().select(".event-subject").eachText();
	}

	private void inZone(Browser browser, String zone) {
		HttpCookie cookie = new HttpCookie("zone", zone);
		cookie.setPath("/");
		cookie.setVersion(0);
		browser.cookies().add(URI.create(this.address), cookie);
	}

	@Test
	@DisplayName("shows the newest events first, each with its kind, place, time and subject")
	void newestFirst() {
		PageData.pageViews(this.emulator, 3, LATE);
		PageData.event(this.emulator, "completedOrder", "RETAIL", LATE.plusSeconds(300),
				JsonObject.of("orderId", "O1", "amount",
						JsonObject.of("total", 99.9, "local", JsonObject.of("currency", "EUR")), "products",
						List.of(JsonObject.of("id", "P1", "name", "Red wine", "type", "sale", "quantity", 2))));
		Document page = this.browser.open(PAGE).page();
		assertThat(subjects()).startsWith("99.90 EUR · Red wine", "Page number 2", "Page number 1", "Page number 0");
		Element order = page.selectFirst(".event");
		assertThat(order.text()).contains("Completed order", "Shop", "23:35");
		assertThat(order.select("use").attr("href")).endsWith("#order");
		assertThat(order.select("time").attr("datetime")).isEqualTo("2026-03-01T23:35:00Z");
		assertThat(order.select(".event-details dt").eachText()).contains("Order", "Red wine", "Quantity", "Received");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "UTC, 'Sunday, 1 March 2026', 23:30", "Pacific/Auckland, 'Monday, 2 March 2026', 12:30",
			"America/Los_Angeles, 'Sunday, 1 March 2026', 15:30", "Not/AZone, 'Sunday, 1 March 2026', 23:30" })
	@DisplayName("has the days and times of the reader:")
	void zones(String zone, String day, String time) {
		PageData.pageViews(this.emulator, 1, LATE);
		inZone(this.browser, zone);
		Document page = this.browser.open(PAGE).page();
		assertThat(
				page.select(".day h3").first().text().replace("Sunday 1", "Sunday, 1").replace("Monday 2", "Monday, 2"))
			.isEqualTo(day);
		assertThat(page.select(".event-time").first().text()).isEqualTo(time);
	}

	@Test
	@DisplayName("has one heading for each day")
	void days() {
		PageData.pageViews(this.emulator, 4, LATE.minusSeconds(86_400));
		PageData.pageViews(this.emulator, 3, LATE);
		Document page = this.browser.open(PAGE).page();
		assertThat(page.select(".day").get(0).select(".event")).hasSize(3);
		assertThat(page.select(".day").get(1).select(".event")).hasSize(4);
		assertThat(page.select(".day h3").eachText()).doesNotHaveDuplicates().hasSameSizeAs(page.select(".day"));
	}

	@Test
	@DisplayName("shows one type of events, one context, or both")
	void filters() {
		PageData.pageViews(this.emulator, 2, LATE);
		PageData.event(this.emulator, "searched", "WEB", LATE, JsonObject.of("keyword", "barolo"));
		PageData.event(this.emulator, "searched", "MOBILE", LATE, JsonObject.of("keyword", "chianti"));
		this.browser.open(PAGE).fill("What happened", "searched").press("Show");
		assertThat(this.browser.location()).startsWith(PAGE + "?type=searched");
		assertThat(subjects()).containsExactlyInAnyOrder("barolo", "chianti");
		assertThat(this.browser.page().select("#type option[selected]").eachText()).containsExactly("Searched");
		this.browser.fill("Where", "MOBILE").press("Show");
		assertThat(subjects()).containsExactly("chianti");
		assertThat(this.browser.text()).contains("1 of 1 event");
		this.browser.follow("Show everything");
		assertThat(subjects()).contains("barolo", "chianti", "Page number 1");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "context=web", "context=Web&type=", "type=%20&context=WEB", "context=WEB&page=abc",
			"context=WEB&page=-3", "context=WEB&page=0", "context=WEB&size=1&sort=nonsense,up" })
	@DisplayName("takes addresses that somebody has typed:")
	void lenient(String parameters) {
		PageData.pageViews(this.emulator, 3, LATE);
		this.browser.open(PAGE + "?" + parameters);
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(subjects()).startsWith("Page number 2", "Page number 1", "Page number 0");
		assertThat(this.browser.page().select("#context option[selected]").text()).isEqualTo("Website");
	}

	@Test
	@DisplayName("says that there are no such events, also of a type that nobody knows")
	void nothingFound() {
		Document page = this.browser.open(PAGE + "?type=<b>soldHouse</b>&context=SPACE").page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(page.select("#timeline").text()).contains("There are no such events.", "Show everything");
		assertThat(page.select("#type option[selected]").text()).containsIgnoringCase("<b>sold house</b>");
		assertThat(page.select("#timeline b, #timeline figure")).isEmpty();
	}

	@Test
	@DisplayName("leads page by page to the oldest events, with the filter, and back")
	void pages() {
		PageData.pageViews(this.emulator, 45, LATE);
		this.browser.open(PAGE + "?type=viewedPage&context=WEB");
		assertThat(subjects()).hasSize(20).startsWith("Page number 44");
		assertThat(this.browser.text()).contains("20 of 4");
		this.browser.follow("Older events");
		assertThat(this.browser.location()).startsWith(PAGE + "?type=viewedPage&context=WEB&page=2");
		assertThat(subjects()).hasSize(20).startsWith("Page number 24");
		assertThat(this.browser.page().select(".day h3")).isNotEmpty();
		this.browser.follow("Older events");
		assertThat(subjects()).contains("Page number 4", "Page number 0");
		assertThat(this.browser.page().select("a:contains(Older events)")).isEmpty();
		this.browser.follow("Back to the newest events");
		assertThat(subjects()).startsWith("Page number 44");
	}

	@Test
	@DisplayName("says that there is nothing beyond its last page")
	void beyond() {
		this.browser.open(PAGE + "?page=7000");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.text()).contains("There are no older events.");
		assertThat(this.browser.follow("Back to the newest events").page().select(".event")).isNotEmpty();
	}

	@Test
	@DisplayName("keeps a filter in its links, whatever characters it has")
	void keepsFilter() {
		this.browser.open(PAGE + "?page=2&type=a%26b%3D%7Bc%7D%2Bd%20e").follow("Back to the newest events");
		assertThat(this.browser.location()).endsWith("?type=a%26b%3D%7Bc%7D%2Bd%20e");
		assertThat(this.browser.page().select("#type option[selected]").val()).isEqualTo("a&b={c}+d e");
	}

	@Test
	@DisplayName("is all that a script gets that asks for other events")
	void part() {
		PageData.pageViews(this.emulator, 3, LATE);
		Document part = this.browser.openPart(PAGE + "?type=viewedPage").page();
		assertThat(part.select("body > *")).hasSize(1)
			.first()
			.satisfies((it) -> assertThat(it.id()).isEqualTo("timeline"));
		assertThat(part.select(".event")).hasSizeGreaterThanOrEqualTo(3);
		assertThat(part.select("[autofocus]")).isEmpty();
	}

	@Test
	@DisplayName("goes on for a script where it was, without a second heading for the same day")
	void next() {
		PageData.pageViews(this.emulator, 45, LATE.minusSeconds(40_000));
		Element more = this.browser.open(PAGE).page().selectFirst("#more a");
		Document next = this.browser.openPart(more.attr("hx-get")).page();
		assertThat(next.select("#timeline, form, figure")).isEmpty();
		assertThat(subjects()).hasSize(20).startsWith("Page number 24");
		assertThat(next.select(".day h3")).isEmpty();
		assertThat(next.select(".event[autofocus]")).hasSize(1);
		assertThat(next.select("#more")).hasSize(1);
	}

	@Test
	@DisplayName("tells a script that further events cannot be had")
	void nextFails() {
		PageData.fail(this.emulator, "/events", 503);
		Document next = this.browser.openPart(PAGE + "?page=2&after=2026-03-01").page();
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(next.select("#more .banner a").attr("href")).isEqualTo(PAGE + "?page=2");
	}

	@Test
	@DisplayName("counts in a chart what happened on the last thirty days with events")
	void chart() {
		PageData.pageViews(this.emulator, 5, LATE);
		PageData.event(this.emulator, "searched", "WEB", LATE.minusSeconds(86_400), JsonObject.of("keyword", "barolo"));
		PageData.event(this.emulator, "searched", "WEB", LATE.minusSeconds(86_400 * 29L),
				JsonObject.of("keyword", "a"));
		PageData.event(this.emulator, "searched", "WEB", LATE.minusSeconds(86_400 * 30L),
				JsonObject.of("keyword", "b"));
		Document page = this.browser.open(PAGE).page();
		assertThat(page.select("figcaption").text()).isEqualTo("Events from 31 Jan 2026 to 1 Mar 2026");
		assertThat(page.select(".chart-numbers thead th").eachText()).containsExactly("Day", "Viewed page", "Searched");
		assertThat(page.select(".chart-numbers tbody tr").eachText()).hasSize(30)
			.startsWith("31 Jan 0 1")
			.endsWith("28 Feb 0 1", "1 Mar 5 0");
		assertThat(page.select("svg desc").text()).isEqualTo("7 in all. The most: 1 Mar, 5.");
	}

	@Test
	@DisplayName("tells that a password was changed, and no password")
	void password() {
		PageData.event(this.emulator, "changedSetting", "WEB", LATE,
				JsonObject.of("setting", "PASSWORD", "oldValue", "before-1", "newValue", "behind-2"));
		PageData.event(this.emulator, "changedSetting", "WEB", LATE,
				JsonObject.of("setting", "LANGUAGE", "oldValue", "before-3", "newValue", "behind-4"));
		Document page = this.browser.open(PAGE).page();
		assertThat(page.html()).contains("before-3", "behind-4").doesNotContain("before-1", "behind-2");
	}

	@Test
	@DisplayName("says how many events the chart counts, where there are more")
	void manyEvents() {
		PageData.pageViews(this.emulator, 520, LATE.minusSeconds(520 * 60));
		Document page = this.browser.open(PAGE).page();
		assertThat(page.select("svg desc").text()).startsWith("500 in all.");
		assertThat(page.select("#timeline").text()).contains("Only the newest 500 events are counted.");
	}

	@Test
	@DisplayName("shows hostile properties as they are")
	void hostile() {
		PageData.event(this.emulator, "formCompiled", "WEB", LATE, JsonObject.of("formName",
				"<img src=x onerror=alert(1)>", "data", JsonObject.of("<i>name</i>", "<u>value</u>\nsecond line")));
		Document page = this.browser.open(PAGE).page();
		assertThat(page.select("#timeline img, #timeline i, #timeline u")).isEmpty();
		assertThat(subjects()).startsWith("<img src=x onerror=alert(1)>");
		assertThat(page.select(".event-details").first().text()).contains("<u>value</u>");
	}

}

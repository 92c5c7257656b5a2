package io.contacthub.samples.desk.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.customer.PageData;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the overview.
 */
@DisplayName("Overview")
class OverviewTests extends AbstractDeskTests {

	private static final List<String> PANELS = List.of("figures", "events", "growth", "tags", "cities", "newest",
			"health");

	@Test
	@DisplayName("is where the desk opens")
	void opens() {
		this.browser.open("/");
		assertThat(this.browser.location()).isEqualTo("/overview");
		assertThat(this.browser.heading()).isEqualTo("Overview");
		assertThat(this.browser.page().select("section[aria-labelledby]").eachAttr("id")).isEqualTo(PANELS);
	}

	@Test
	@DisplayName("has the numbers that matter, with links to the customers that were counted")
	void figures() {
		complete();
		assertThat(panel("figures").select(".stat").eachText()).containsExactly("Customers 200",
				"Have agreed to e-mails 111", "New in the last 7 days 200", "Events 688");
		this.browser.follow("200");
		assertThat(this.browser.page().select("#found").text()).isEqualTo("200 customers");
	}

	@Test
	@DisplayName("counts customers by tag and city, and leads to them")
	void shares() {
		complete();
		assertThat(panel("tags").select("tbody tr").eachText()).hasSize(6).contains("vip 28", "outlet 31");
		assertThat(panel("cities").select("tbody tr").eachText()).startsWith("Lugano 37").contains("Milano 33");
		this.browser.follow("vip");
		assertThat(this.browser.location()).isEqualTo("/customers?tag=vip");
		assertThat(this.browser.page().select("#found").text()).isEqualTo("28 customers");
	}

	@Test
	@DisplayName("draws the events of the last days that have any, by type, as ContactHub counts them")
	void events() {
		complete();
		assertThat(panel("events").select("p").text()).isEqualTo(
				"No events in the last 14 days. The last one was on 4 Nov 2025; these are the 14 days until then.");
		List<String> heads = panel("events").select("thead th").eachText();
		assertThat(heads).startsWith("Day", "Completed order").contains("Others").hasSize(7);
		assertThat(panel("events").select("tbody tr")).hasSize(14);
		assertThat(panel("events").select("tbody th").last().text()).isEqualTo("4 Nov");
		assertThat(panel("events").select("tbody tr").first().text()).isEqualTo("22 Oct 1 1 0 0 1 1");
	}

	@Test
	@DisplayName("draws the events until today where there are some of late")
	void recentEvents() {
		PageData.pageViews(this.emulator, 3, Instant.now().minus(Duration.ofDays(2)));
		complete();
		assertThat(panel("events").select("p").text()).isEqualTo("The last 14 days");
		assertThat(panel("events").select("thead th").eachText()).containsExactly("Day", "Viewed page");
		assertThat(panel("events").select("tbody td").eachText()).hasSize(14).filteredOn("3"::equals).hasSize(1);
	}

	@Test
	@DisplayName("draws new customers by day")
	void growth() {
		complete();
		List<String> rows = panel("growth").select("tbody tr").eachText();
		assertThat(rows).hasSize(14);
		assertThat(rows.stream().mapToLong((row) -> Long.parseLong(row.replaceAll(".* ", ""))).sum()).isEqualTo(200);
	}

	@Test
	@DisplayName("names the newest customers, with links to them and to all others")
	void newest() {
		complete();
		assertThat(panel("newest").select("li")).hasSize(5);
		String name = panel("newest").select("li a").first().text();
		this.browser.open(panel("newest").select("li a").first().absUrl("href"));
		assertThat(this.browser.heading()).contains(name);
		complete();
		this.browser.follow("All customers, newest first");
		assertThat(this.browser.page().select("tbody th a").first().text()).isEqualTo(name);
	}

	@Test
	@DisplayName("says whether ContactHub answers, and how many events wait")
	void health() {
		complete();
		assertThat(panel("health").text()).contains("Events waiting to be sent 0", "Events that could not be sent 0");
		assertThat(panel("health").select(".overview-light")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ ".*/analytics/trend/customer, growth", ".*/analytics/trend/event, events",
			".*/analytics/composition/geo/city, cities", ".*/events, events" })
	@DisplayName("shows its other panels when ContactHub does not give what one of them needs:")
	void failsByPart(String path, String failing) {
		refuse(path);
		complete();
		assertThat(this.browser.status()).isEqualTo(200);
		for (String id : PANELS) {
			assertThat(panel(id).select(".banner").size()).as(id).isEqualTo(id.equals(failing) ? 1 : 0);
		}
	}

	@Test
	@DisplayName("shows the other numbers when one cannot be counted")
	void failsByFigure() {
		refuse(".*/events");
		complete();
		assertThat(panel("figures").select(".stat").eachText()).contains("Customers 200")
			.noneMatch((text) -> text.equals("Events 688"));
		assertThat(panel("figures").select(".overview-missing")).hasSize(1);
	}

	@Test
	@DisplayName("comes soon when ContactHub is slow, with places for what is on its way, which is taken up")
	void comesSoon() {
		// the desk gives up after five seconds
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofSeconds(4)));
		this.browser.open("/overview");
		assertThat(panel("tags").attr("hx-get")).isEqualTo("/overview/panels/tags");
		assertThat(panel("tags").attr("aria-busy")).isEqualTo("true");
		this.browser.openPart("/overview/panels/cities");
		assertThat(this.browser.page().select("h1")).isEmpty();
		assertThat(panel("cities").text()).contains("Lugano 37");
		assertThat(panel("cities").hasAttr("hx-get")).isFalse();
		assertThat(requests(".*/analytics/composition/geo/city")).isEqualTo(1);
	}

	@Test
	@DisplayName("counts once a minute for all, but has the newest customers at once")
	void keepsFigures() {
		complete();
		int counted = requests(".*");
		as("reader").open("/overview");
		assertThat(requests(".*")).isLessThanOrEqualTo(counted + 2);
		assertThat(requests(".*/analytics/.*")).isEqualTo(1 + requests(".*/analytics/trend/event") + 1);
		this.browser.open("/customers/new")
			.fill("First name", "Ada")
			.fill("Last name", "Newest")
			.fill("E-mail", "ada.newest@example.com")
			.press("Add customer");
		complete();
		assertThat(panel("newest").select("li").first().text()).startsWith("Ada Newest");
		assertThat(panel("figures").text()).contains("Customers 200");
	}

	@Test
	@DisplayName("does not keep what could not be counted")
	void keepsNoTrouble() {
		refuse(".*/analytics/trend/customer");
		refuse(".*/events");
		complete();
		this.emulator.wireMock().removeMappings();
		complete();
		assertThat(this.browser.page().select("section .banner, .overview-missing")).isEmpty();
	}

	@Test
	@DisplayName("is there with reasons when ContactHub is away")
	void outage() {
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		complete();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().select("section .banner")).hasSize(5);
		assertThat(panel("figures").select(".overview-missing")).hasSize(4);
	}

	@Test
	@DisplayName("is there for many people at once, and holds up no other page")
	void crowd() {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(100)));
		ExecutorService people = Executors.newFixedThreadPool(60);
		try {
			List<CompletableFuture<Integer>> visits = IntStream.range(0, 60)
				.mapToObj((number) -> CompletableFuture.supplyAsync(() -> as("editor").open("/overview").status(),
						people))
				.toList();
			assertThat(CompletableFuture.allOf(visits.toArray(CompletableFuture[]::new)))
				.succeedsWithin(Duration.ofSeconds(30));
			assertThat(visits).allMatch((visit) -> visit.join() == 200);
		}
		finally {
			people.shutdownNow();
		}
		assertThat(this.browser.open("/customers").page().select("tbody tr")).hasSize(20);
	}

	@Test
	@DisplayName("has no panel that nobody knows")
	void unknownPanel() {
		assertThat(this.browser.open("/overview/panels/weather").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("says so where there is nothing to count")
	void empty() {
		WireMock emulated = this.emulator.wireMock();
		emulated.register(get(urlPathMatching(".*/(customers|events)")).willReturn(aResponse().withBody("""
				{"elements": [], "page": {"size": 20, "totalElements": 0, "totalPages": 0, "number": 0}}
				""").withHeader("Content-Type", "application/json")));
		emulated.register(get(urlPathMatching(".*/analytics/.*"))
			.willReturn(aResponse().withBody("{\"data\": []}").withHeader("Content-Type", "application/json")));
		complete();
		assertThat(this.browser.page().select("section .empty")).hasSize(5);
		assertThat(this.browser.page().select("svg.chart-plot")).isEmpty();
	}

	private void complete() {
		this.browser.open("/overview?complete=true");
	}

	private int requests(String path) {
		return this.emulator.wireMock().find(getRequestedFor(urlPathMatching(path))).size();
	}

	private void refuse(String path) {
		this.emulator.wireMock().register(get(urlPathMatching(path)).willReturn(aResponse().withStatus(403)));
	}

	private Element panel(String id) {
		return this.browser.page().getElementById(id);
	}

}

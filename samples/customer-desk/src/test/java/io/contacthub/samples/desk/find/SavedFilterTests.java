package io.contacthub.samples.desk.find;

import java.time.Duration;
import java.util.List;

import io.contacthub.Workspace;
import io.contacthub.query.Criterion;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static io.contacthub.customer.CustomerFields.ENABLED;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for filters that are saved as segments.
 */
@DisplayName("Saved filter")
class SavedFilterTests extends AbstractDeskTests {

	@Autowired
	private Workspace workspace;

	@Autowired
	private CustomerList list;

	@Test
	@DisplayName("is a segment with the query of the list, and is used under its name")
	void saves() {
		this.browser.open("/customers?tag=vip&city=Milano").fill("Name of the filter", "Vip in Milan");
		this.browser.press("Save filter");
		assertThat(this.browser.text()).contains("The filter “Vip in Milan” was saved.");
		assertThat(this.browser.page().select(".find-chips .chip").eachText())
			.containsExactly("Saved filter: Vip in Milan ×remove");
		String found = this.browser.page().select("#found").text();
		assertThat(this.workspace.segments().stream()).singleElement().satisfies((segment) -> {
			assertThat(segment.name()).isEqualTo("Vip in Milan");
			assertThat(segment.query()).isEqualTo(
					this.list.query(new CustomerFilter(null, "Milano", "vip", null, null, null, null, null, null)));
			assertThat(this.browser.location()).isEqualTo("/customers?segment=" + segment.id());
		});
		this.browser.open("/customers?tag=vip&city=Milano");
		assertThat(this.browser.page().select("#found").text()).isEqualTo(found).isNotEqualTo("No customers");
	}

	@Test
	@DisplayName("is narrowed by what is looked for beside it, wherever it was made")
	void narrows() {
		String id = this.workspace.segments()
			.insert("From the south", Query.where(BASE.ADDRESS.CITY.eq("Napoli")))
			.id();
		this.browser.open("/customers").follow("From the south");
		assertThat(this.browser.page().select("#found").text()).isEqualTo("32 customers");
		assertThat(this.browser.page().select(".find-saved a[aria-current]").text()).isEqualTo("From the south");
		this.browser.fill("Tag", "vip").press("Search");
		assertThat(this.browser.location()).contains("segment=" + id).contains("tag=vip");
		assertThat(this.browser.page().select("tbody tr")).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.text()).contains("Napoli", "vip"));
	}

	@Test
	@DisplayName("needs a name of its own, and something that is looked for")
	void refuses() {
		this.workspace.segments().insert("Vip", Query.where(BASE.ADDRESS.CITY.eq("Napoli")));
		this.browser.open("/customers?tag=vip").press("Save filter");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("name")).isNotEmpty();
		assertThat(this.browser.page().select("#errors a").eachText())
			.containsExactly("Name of the filter: " + this.browser.error("name"));
		assertThat(this.browser.page().select("#results tbody tr")).hasSize(20);
		this.browser.fill("Name of the filter", "Vip").press("Save filter");
		assertThat(this.browser.error("name")).startsWith("There is a saved filter of this name.");
		assertThat(this.browser.page().getElementById("name").val()).isEqualTo("Vip");
		this.browser.open("/customers").fill("Name of the filter", "Everybody").press("Save filter");
		assertThat(this.browser.error("name")).startsWith("There is no filter to save yet");
		this.browser.open("/customers?bornTo=never").fill("Name of the filter", "Never").press("Save filter");
		assertThat(this.browser.error("name")).startsWith("There is no filter to save yet");
		assertThat(this.workspace.segments().stream()).hasSize(1);
	}

	@Test
	@DisplayName("is saved in good time, also when it cannot be found out soon whether its name is taken")
	void savesSoon() {
		this.emulator.wireMock()
			.register(get(urlPathMatching(".*/segments")).willReturn(aResponse().withStatus(503).withFixedDelay(4500)));
		this.browser.open("/customers?tag=vip&size=1").fill("Name of the filter", "Vip");
		long begun = System.nanoTime();
		this.browser.press("Save filter");
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
		this.emulator.wireMock().removeMappings();
		assertThat(this.workspace.segments().stream()).hasSize(1);
	}

	@Test
	@DisplayName("asks a ContactHub that is away for nothing more than it needs")
	void asksOnce() {
		this.browser.open("/customers?tag=vip").fill("Name of the filter", "Vip");
		this.emulator.wireMock().resetRequests();
		this.emulator.wireMock().register(post(urlPathMatching(".*/segments")).willReturn(aResponse().withStatus(503)));
		this.browser.press("Save filter");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.emulator.wireMock().find(anyRequestedFor(urlPathMatching(".*/customers")))).isEmpty();
		assertThat(this.browser.page().select(".find-saved .banner")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q=ada%20bianchi", "q=Ada.B@example.com", "q=ada@example.com", "q=C00099",
			"city=milano&tag=vip", "bornFrom=1960-01-01&bornTo=1990-12-31", "consent=marketing.automatic.email",
			"registeredSince=2024-02-29&enabled=false", "city=New%20York&enabled=true&bornFrom=2000-01-01" })
	@DisplayName("tells in words what it looks for, and can be opened in the form:")
	void tellsConditions(String parameters) {
		List<String> chips = this.browser.open("/customers?" + parameters)
			.page()
			.select(".find-chips .chip")
			.eachText();
		this.browser.fill("Name of the filter", "Saved").press("Save filter");
		assertThat(this.browser.page().title()).isEqualTo("Saved filter: Saved · Customers · Customer desk");
		assertThat(this.browser.page().select(".find-conditions .chip").eachText())
			.isEqualTo(chips.stream().map((chip) -> chip.replace(" ×remove", "")).toList());
		this.browser.follow("Open in the form");
		assertThat(this.browser.page().select(".find-chips .chip").eachText()).isEqualTo(chips);
	}

	@Test
	@DisplayName("says that it has conditions without a field, where it was made elsewhere")
	void tellsForeign() {
		Criterion city = BASE.ADDRESS.CITY.eq("Napoli");
		for (Query query : List.of(Query.where(city), Query.where(city.or(TAGS.MANUAL.contains("vip"))),
				Query.where(city).except(Query.where(ENABLED.eq(false))))) {
			String id = this.workspace.segments().insert("Made elsewhere " + query.hashCode(), query).id();
			this.browser.open("/customers?segment=" + id);
			assertThat(this.browser.status()).isEqualTo(200);
			assertThat(this.browser.page().select(".find-conditions").text())
				.isEqualTo("It has conditions that this form has no fields for.");
		}
	}

	@Test
	@DisplayName("is refused beside the list where the token may not save it, and what was typed stays")
	void tellsForbidden() {
		this.emulator.wireMock().register(post(urlPathMatching(".*/segments")).willReturn(aResponse().withStatus(403)));
		this.browser.open("/customers?tag=vip").fill("Name of the filter", "Vip").press("Save filter");
		assertThat(this.browser.status()).isEqualTo(502);
		assertThat(this.browser.page().getElementById("name").val()).isEqualTo("Vip");
		assertThat(this.browser.page().select("#results tbody tr")).hasSize(20);
		this.emulator.wireMock().removeMappings();
		this.browser.press("Save filter");
		assertThat(this.browser.text()).contains("The filter “Vip” was saved.");
	}

	@Test
	@DisplayName("is gone for everybody when it was deleted, however often that is asked for")
	void deletes() {
		String id = this.workspace.segments().insert("Old", Query.where(BASE.ADDRESS.CITY.eq("Napoli"))).id();
		this.browser.open("/customers").press("Delete Old");
		assertThat(this.browser.text()).contains("The saved filter was deleted.");
		assertThat(this.workspace.segments().stream()).isEmpty();
		this.browser.open("/customers?segment=" + id);
		assertThat(this.browser.status()).isEqualTo(404);
		assertThat(this.browser.text()).contains("This saved filter does not exist any more.");
		assertThat(this.browser.page().select("tbody tr")).isEmpty();
		assertThat(this.browser.open("/segments/" + id + "/delete").location()).isEqualTo("/customers");
	}

	@Test
	@DisplayName("stays where it may not be deleted, which the list says")
	void tellsNotDeleted() {
		this.workspace.segments().insert("Old", Query.where(BASE.ADDRESS.CITY.eq("Napoli")));
		this.emulator.wireMock()
			.register(delete(urlPathMatching(".*/segments/.*")).willReturn(aResponse().withStatus(403)));
		this.browser.open("/customers").press("Delete Old");
		assertThat(this.browser.status()).isEqualTo(502);
		assertThat(this.browser.page().select(".find-saved .banner")).hasSize(1);
		assertThat(this.browser.page().select("tbody tr")).hasSize(20);
	}

	@Test
	@DisplayName("finds nobody while segments are out of reach, instead of everybody")
	void findsNobodyWithout() {
		this.emulator.wireMock()
			.register(any(urlPathMatching(".*/segments.*")).willReturn(aResponse().withStatus(403)));
		this.browser.open("/customers?segment=s1");
		assertThat(this.browser.status()).isEqualTo(502);
		assertThat(this.browser.page().select("tbody tr")).isEmpty();
	}

	@Test
	@DisplayName("is used by readers, and saved and deleted by editors only")
	void readers() {
		this.workspace.segments().insert("Old", Query.where(BASE.ADDRESS.CITY.eq("Napoli")));
		this.browser = as("reader").open("/customers?tag=vip");
		assertThat(this.browser.page().select("form[method=post][action*=segments]")).isEmpty();
		assertThat(this.browser.follow("Old").page().select("#found").text()).isEqualTo("32 customers");
		assertThat(this.browser.post("/segments", "name", "x", "tag", "vip").status()).isEqualTo(403);
		assertThat(this.workspace.segments().stream()).hasSize(1);
	}

}

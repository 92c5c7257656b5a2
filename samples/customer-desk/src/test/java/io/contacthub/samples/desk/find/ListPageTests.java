package io.contacthub.samples.desk.find;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.contacthub.samples.desk.AbstractDeskTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the list of customers.
 */
@DisplayName("List of customers")
class ListPageTests extends AbstractDeskTests {

	@Test
	@DisplayName("opens with the first twenty by name, and their number")
	void opens() {
		this.browser.open("/customers");
		assertThat(this.browser.page().title()).isEqualTo("Customers · Customer desk");
		assertThat(found()).isEqualTo("200 customers");
		assertThat(names()).hasSize(20).first().isEqualTo("Ada Bianchi");
		assertThat(this.browser.page().select("tbody tr").first().text()).contains("ada.bianchi.99@example.com",
				"Lugano", "7 Dec 1998", "prospect");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			q=ada.bianchi.99@example.com      | 1 customer
			q=ADA.Bianchi.99@example.com      | 1 customer
			q=C00099                          | 1 customer
			q=c00099                          | No customers
			q=ada bianchi                     | 1 customer
			q=BIANCHI ADA                     | 1 customer
			q=bianch                          | No customers
			city=Lugano                       | 37 customers
			city=lugano                       | 37 customers
			tag=vip                           | 28 customers
			tag=VIP                           | No customers
			enabled=true                      | 200 customers
			enabled=false                     | No customers
			consent=marketing.automatic.email | 111 customers
			registeredSince=2999-01-01        | No customers
			bornFrom=1998-12-07&bornTo=1998-12-07&q=ada | 1 customer
			""")
	@DisplayName("finds by")
	void finds(String parameters, String count) {
		this.browser.open("/customers?" + parameters.replace(" ", "%20"));
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(found()).isEqualTo(count);
	}

	@Test
	@DisplayName("finds a last name of two words, alone and with a first name on either side")
	void findsTwoWords() {
		assertThat(namesOf("/customers?q=de%20luca")).isNotEmpty().allMatch((name) -> name.endsWith("De Luca"));
		List<String> ritas = namesOf("/customers?q=rita%20de%20luca");
		assertThat(ritas).isNotEmpty().containsOnly("Rita De Luca");
		assertThat(namesOf("/customers?q=de%20luca%20rita")).isEqualTo(ritas);
	}

	@Test
	@DisplayName("says honestly that only whole values are found")
	void saysWhatIsFound() {
		this.browser.open("/customers").fill("Search", "Bianch").press("Search");
		assertThat(this.browser.text()).contains("No customers match.",
				"a whole name or city is found, its first letters are not");
	}

	@Test
	@DisplayName("names the parts of the filter without which there are customers, where nobody is found")
	void namesBlame() {
		this.browser.open("/customers?city=Milan&tag=vip&bornFrom=1940-01-01");
		assertThat(this.browser.page().select(".find-hints li").eachText())
			.containsExactly("28 customers without “City: Milan”");
		assertThat(this.browser.page().select(".empty").text()).contains("without a date of birth");
		this.browser.follow("28 customers without “City: Milan”");
		assertThat(this.browser.location()).isEqualTo("/customers?tag=vip&bornFrom=1940-01-01");
		assertThat(this.browser.open("/customers?city=Milan").page().select(".find-hints")).isEmpty();
	}

	@Test
	@DisplayName("counts for that only once nobody types any more")
	void waitsForEndOfTyping() {
		this.emulator.wireMock().resetRequests();
		this.browser.openPart("/customers?city=Milan&tag=vip&bornFrom=1940-01-01&size=50");
		assertThat(this.emulator.wireMock().find(anyRequestedFor(anyUrl()))).hasSize(1);
		String later = this.browser.page().select("[hx-trigger^=load]").attr("hx-get");
		assertThat(this.browser.openPart(later).page().select(".find-hints a").eachAttr("href"))
			.containsExactly("/customers?tag=vip&bornFrom=1940-01-01&size=50");
		this.browser.openPart("/customers?city=Milan");
		assertThat(this.browser.page().select("[hx-trigger^=load]")).isEmpty();
		assertThat(this.browser.openPart("/customers/hints?city=Milan&tag=vip&bornFrom=never").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("asks for a saved filter once, however much else is looked for")
	void asksOnceForSavedFilter() {
		this.browser.open("/customers?tag=vip").fill("Name of the filter", "Vip").press("Save filter");
		String saved = this.browser.location();
		this.emulator.wireMock().resetRequests();
		this.browser.openPart(saved.replace("?", "/hints?") + "&city=Milan&bornFrom=1940-01-01");
		assertThat(this.browser.page().select(".find-hints a")).isNotEmpty();
		assertThat(this.emulator.wireMock().find(getRequestedFor(urlPathMatching(".*/segments/.*")))).hasSize(1);
	}

	@Test
	@DisplayName("is come back to from a customer as it was left")
	void comesBack() {
		String list = this.browser.open("/customers?tag=vip&sort=city&page=2").location();
		String name = names().get(0);
		assertThat(this.browser.follow(name).heading()).isEqualTo(name);
		assertThat(this.browser.follow("Back to the list").location()).isEqualTo(list);
		assertThat(names()).first().isEqualTo(name);
	}

	@Test
	@DisplayName("ends no line within an e-mail address but before its @")
	void breaksBeforeAt() {
		assertThat(this.browser.open("/customers?q=C00099").page().select("td.find-email").html())
			.isEqualTo("ada.bianchi.99<wbr>@example.com");
	}

	@Test
	@DisplayName("is called what is looked for")
	void title() {
		String title = "Search: rita, City: Milano · Customers · Customer desk";
		assertThat(this.browser.open("/customers?q=rita&city=Milano").page().title()).isEqualTo(title);
		assertThat(this.browser.openPart("/customers?q=rita&city=Milano").page().title()).isEqualTo(title);
		assertThat(this.browser.open("/customers?bornTo=never").page().title()).isEqualTo("Customers · Customer desk");
	}

	@Test
	@DisplayName("suggests the cities in which there are customers")
	void suggestsCities() {
		this.browser.openPart("/customers/cities");
		assertThat(this.browser.page().select("option").eachAttr("value")).startsWith("Lugano")
			.contains("Milano")
			.doesNotContain("N/A");
	}

	@Test
	@DisplayName("asks ContactHub for what it shows and no more, once")
	void asksOnce() {
		this.browser.open("/customers?city=Milano&sort=born,desc&page=2&size=10");
		assertThat(this.emulator.wireMock().find(getRequestedFor(urlPathMatching(".*/customers")))).singleElement()
			.satisfies((request) -> {
				assertThat(request.queryParameter("fields").firstValue())
					.isEqualTo("base.firstName,base.lastName,base.contacts.email,base.address.city,base.dob,tags,"
							+ "enabled,registeredAt");
				assertThat(request.queryParameter("sort").values()).containsExactly("base.dob,desc");
				assertThat(request.queryParameter("page").firstValue()).isEqualTo("1");
				assertThat(request.queryParameter("size").firstValue()).isEqualTo("10");
			});
	}

	@Test
	@DisplayName("keeps what is looked for from form to form, in its address")
	void keepsFilter() {
		this.browser.open("/customers")
			.fill("City", "Milano")
			.fill("Tag", "vip")
			.fill("Born on or after", "1950-01-01")
			.fill("Sort by", "born,desc")
			.press("Search");
		assertThat(this.browser.page().getElementById("city").val()).isEqualTo("Milano");
		assertThat(this.browser.page().getElementById("bornFrom").val()).isEqualTo("1950-01-01");
		assertThat(this.browser.page().select("#sort option[selected]").val()).isEqualTo("born,desc");
		List<String> names = names();
		this.browser.follow("Name");
		assertThat(this.browser.location()).isEqualTo("/customers?city=Milano&tag=vip&bornFrom=1950-01-01");
		assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
	}

	@Test
	@DisplayName("has a chip for each part of the filter, which takes it away")
	void chips() {
		this.browser.open("/customers?q=rita&tag=vip&bornTo=1990-12-31&enabled=true&sort=city");
		assertThat(this.browser.page().select(".find-chips .chip").eachText()).containsExactly("Search: rita ×remove",
				"Tag: vip ×remove", "Born on or before 31 Dec 1990 ×remove", "Active ×remove");
		this.browser.follow("Tag: vip");
		assertThat(this.browser.location()).isEqualTo("/customers?q=rita&bornTo=1990-12-31&enabled=true&sort=city");
		this.browser.follow("Show all customers");
		assertThat(this.browser.location()).isEqualTo("/customers?sort=city");
		assertThat(this.browser.page().select(".find-chips")).isEmpty();
	}

	@Test
	@DisplayName("is sorted by its heads, which say so")
	void sorts() {
		this.browser.open("/customers?tag=vip").follow("Born");
		assertThat(this.browser.page().select("th[aria-sort]").eachAttr("aria-sort")).containsExactly("ascending");
		assertThat(this.browser.page().select("th[aria-sort]").text()).startsWith("Born");
		String oldest = names().get(0);
		this.browser.follow("Born");
		assertThat(this.browser.page().select("th[aria-sort]").attr("aria-sort")).isEqualTo("descending");
		assertThat(names().get(0)).isNotEqualTo(oldest);
		assertThat(this.browser.location()).isEqualTo("/customers?tag=vip&sort=born,desc".replace(",", "%2C"));
	}

	@Test
	@DisplayName("leads to every customer by its next links")
	void pages() {
		Set<String> addresses = new HashSet<>();
		this.browser.open("/customers?size=50");
		addresses.addAll(this.browser.page().select("tbody a").eachAttr("href"));
		for (int page = 2; page <= 4; page++) {
			this.browser.follow("Next");
			addresses.addAll(this.browser.page().select("tbody a").eachAttr("href"));
		}
		assertThat(addresses).hasSize(200);
		assertThat(this.browser.page().select("a[rel=next]")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/customers?page=5000, /customers?page=10",
			"/customers?tag=vip&page=3&sort=city," + "/customers?tag=vip&sort=city&page=2",
			"/customers?city=Lugano&size=50&page=9, /customers?city=Lugano&size=50" })
	@DisplayName("leads to the last page from one beyond it:")
	void clamps(String beyond, String last) {
		this.browser.open(beyond);
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.location()).isEqualTo(last);
		assertThat(names()).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "page=0", "page=-3", "page=x", "size=1000", "size=0", "size=x", "sort=base.credential.password",
			"unknown=1" })
	@DisplayName("takes in good part what nobody means:")
	void lenient(String parameter) {
		this.browser.open("/customers?" + parameter);
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(names()).hasSizeBetween(20, 50);
	}

	@ParameterizedTest
	@CsvSource({ "q.x=1, 400", "q%5Ba%5D=1, 400", "segment.x=1, 400", "sort=%25, 400", "segment=.., 404",
			"segment=%00, 200", "segment=a/b, 404", "q=%ff%fe, 400", "%ff=1, 400", "q=a%00b, 200" })
	@DisplayName("does not fail of what somebody makes up:")
	void hostile(String parameter, int status) {
		this.browser.open("/customers?" + parameter);
		assertThat(this.browser.status()).isEqualTo(status);
	}

	@Test
	@DisplayName("does not repeat in its title what is too long to be read")
	void longTitle() {
		this.browser.open("/customers?segment=" + "x".repeat(3000));
		assertThat(this.browser.text()).contains("This saved filter does not exist any more.");
		assertThat(this.browser.page().title()).hasSizeLessThan(200);
	}

	@Test
	@DisplayName("tells at its field what is no day, keeps it, and finds nobody meanwhile")
	void tellsUnreadableDay() {
		this.browser.open("/customers?bornFrom=yesterday&tag=vip");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.error("bornFrom")).isEqualTo("Enter a day such as 1990-12-31.");
		assertThat(this.browser.page().getElementById("bornFrom").val()).isEqualTo("yesterday");
		assertThat(this.browser.page().select("details.find-more").hasAttr("open")).isTrue();
		assertThat(names()).isEmpty();
		this.browser.open("/customers?bornFrom=1990-01-01&bornTo=1980-01-01");
		assertThat(this.browser.error("bornTo")).isEqualTo("The last day of birth is before the first one.");
	}

	@Test
	@DisplayName("answers a script with the results only, and with their address")
	void answersScript() {
		this.browser.openPart("/customers?q=&city=Milano&tag=&sort=name");
		assertThat(this.browser.page().select("form[role=search], h1")).isEmpty();
		assertThat(names()).hasSize(20);
		assertThat(this.browser.page().select("#found").attr("hx-swap-oob")).isEqualTo("innerHTML");
		assertThat(found()).isEqualTo("33 customers");
		assertThat(this.browser.response().header("HX-Push-Url")).isEqualTo("/customers?city=Milano");
		assertThat(this.emulator.wireMock().find(anyRequestedFor(anyUrl()))).hasSize(1);
	}

	@Test
	@DisplayName("tells a script what is wrong, and where ContactHub is away")
	void answersScriptOfTrouble() {
		this.browser.openPart("/customers?bornFrom=1990-01-01&bornTo=1980-01-01");
		assertThat(this.browser.page().select(".banner li").eachText())
			.containsExactly("The last day of birth is before the first one.");
		assertThat(found()).isEmpty();
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		this.browser.openPart("/customers?city=Milano");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.text()).contains("City: Milano", "Try again");
	}

	@Test
	@DisplayName("suggests tags that are in use to the script")
	void suggestsTags() {
		this.browser.openPart("/customers/tags");
		assertThat(this.browser.page().select("option").eachAttr("value")).contains("vip", "newsletter");
	}

	@Test
	@DisplayName("shows what is hostile as text")
	void escapes() {
		this.browser.open("/customers?q=%3Cscript%3Ealert(1)%3C/script%3E&city=%22%3E%3Cimg%20src=x%3E&segment=%27%22");
		assertThat(this.browser.page().select("main script, main img")).isEmpty();
		assertThat(this.browser.page().getElementById("city").val()).isEqualTo("\"><img src=x>");
	}

	@Test
	@DisplayName("says why ContactHub gave no customers, and keeps what was typed")
	void saysTrouble() {
		this.emulator.wireMock().register(get(urlPathMatching(".*/customers")).willReturn(aResponse().withStatus(503)));
		this.browser.open("/customers?city=Milano");
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.page().select("#results .banner").text()).contains("Try again");
		assertThat(this.browser.page().getElementById("city").val()).isEqualTo("Milano");
		assertThat(found()).isEmpty();
		this.emulator.wireMock().removeMappings();
		this.browser.follow("Try again");
		assertThat(found()).isEqualTo("33 customers");
	}

	@Test
	@DisplayName("is there when the segments of the workspace may not be read")
	void readsWithoutSegments() {
		this.emulator.wireMock().register(get(urlPathMatching(".*/segments")).willReturn(aResponse().withStatus(403)));
		this.browser.open("/customers");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(names()).hasSize(20);
		assertThat(this.browser.page().select(".find-saved .banner")).hasSize(1);
	}

	@Test
	@DisplayName("does not wait for the segments of the workspace when it has customers")
	void doesNotWaitForSegments() {
		// those that come within the two seconds that the list waits would be shown
		this.emulator.wireMock()
			.register(get(urlPathMatching(".*/segments")).willReturn(aResponse().withBody("{\"elements\": []}")
				.withHeader("Content-Type", "application/json")
				.withFixedDelay(4500)));
		this.browser.open("/customers");
		assertThat(names()).hasSize(20);
		assertThat(this.browser.page().select(".find-saved .banner").text()).contains("Try again");
	}

	@Test
	@DisplayName("can be read in Italian and German")
	void languages() {
		assertThat(this.browser.open("/customers?lang=it&tag=vip").text()).contains("28 clienti", "Tag: vip");
		assertThat(this.browser.open("/customers?lang=de&size=1&q=C00001").text()).contains("1 Kunde", "Suche: C00001");
	}

	private String found() {
		return this.browser.page().select("#found").text();
	}

	private List<String> names() {
		return this.browser.page().select("tbody th a").eachText();
	}

	private List<String> namesOf(String path) {
		this.browser.open(path);
		return names();
	}

}

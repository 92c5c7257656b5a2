package io.contacthub.samples.desk.customer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.SessionId;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page of a customer tells.
 */
@DisplayName("Page of a customer")
class CustomerPageTests extends AbstractDeskTests {

	private static final String PAGE = "/customers/" + PageData.ID;

	@Autowired
	private CustomerRepository customers;

	@BeforeEach
	void fill() {
		PageData.everything(this.emulator);
	}

	private Browser open() {
		return this.browser.open(PAGE);
	}

	/**
	 * Return labels and values of a part of the page, the nested ones too.
	 */
	private static Map<String, String> details(Document page, String part) {
		return page.select("#" + part + " .detail:not(.parts)")
			.stream()
			.collect(Collectors.toMap((detail) -> detail.select("> dt").text(),
					(detail) -> detail.select("> dd").text(), (first, second) -> first + " / " + second));
	}

	@Test
	@DisplayName("begins with the name, the state, and what one asks for first; ids and dates are at its end")
	void head() {
		open();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().title()).isEqualTo("Ada Lovelace · Customer desk");
		assertThat(this.browser.heading()).isEqualTo("Ada Lovelace Disabled");
		assertThat(this.browser.page().select(".initials").text()).isEqualTo("AL");
		assertThat(this.browser.page().select(".customer-facts div").eachText()).hasSize(5)
			.startsWith("E-mail ada@example.com", "City Milano")
			.contains("May be e-mailed Yes")
			.anyMatch((fact) -> fact.matches("Age \\d+ years"))
			.anyMatch((fact) -> fact.startsWith("Last event "));
		assertThat(this.browser.page().select("#ids").text()).contains("CRM-4711", PageData.ID,
				"29 Feb 2024, 22:30 UTC", "1 Mar 2025, 08:15 UTC");
	}

	@Test
	@DisplayName("tells contacts, with links to write and call")
	void contacts() {
		Document page = open().page();
		assertThat(details(page, "contact")).containsEntry("E-mail", "ada@example.com")
			.containsEntry("Mobile phone", "+39 555 123456")
			.containsEntry("Phone", "+39 02 222")
			.containsEntry("Fax", "+39 02 111")
			.containsEntry("Kind", "Phone / Carrier pigeon")
			.containsEntry("System", "iOS")
			.containsEntry("Messenger", "@ada");
		assertThat(page.select("#contact dt").eachText()).contains("Office", "Assistant", "Ada's phone");
		assertThat(page.select("#contact a[href]").eachAttr("href")).contains("mailto:ada@example.com",
				"tel:+39555123456", "tel:+3902222");
	}

	@Test
	@DisplayName("tells the address, with a link to a map that is called another site")
	void address() {
		Document page = open().page();
		assertThat(details(page, "address")).containsEntry("Street", "Via Esempio 7")
			.containsEntry("City", "Milano")
			.containsEntry("Latitude", "45.4642")
			.containsEntry("Floor", "3");
		Element map = page.selectFirst("#address a:contains(another site)");
		assertThat(map.attr("href")).isEqualTo(
				"https://www.openstreetmap.org/search?query=Via%20Esempio%207%2C%2020121%20Milano%2C%20MI%2C%20Italy");
		assertThat(map.attr("rel")).contains("noopener", "noreferrer");
	}

	@Test
	@DisplayName("tells the person, with language and zone in words")
	void person() {
		assertThat(details(open().page(), "person")).containsEntry("First name", "Ada")
			.containsEntry("Middle name", "Augusta")
			.containsEntry("Title", "Countess")
			.containsEntry("Gender", "Female")
			.containsEntry("Language and country", "Italian (Italy)")
			.containsEntry("Time zone", "Central European Time (Europe/Rome)")
			.containsEntry("Favourite colour", "violet")
			.hasEntrySatisfying("Date of birth", (born) -> assertThat(born).matches("10 Dec 1990 \\(\\d+ years\\)"));
	}

	@Test
	@DisplayName("tells each consent, what is limited and objected to, and of how many nothing is known")
	void consents() {
		Document page = open().page();
		assertThat(page.select(".consent-list li").eachText()).containsExactly(
				"Marketing by e-mail Agreed Channel note double opt-in", "Marketing by phone Refused Limited Objected",
				"Online profiling Agreed");
		assertThat(page.select(".unasked summary").text()).isEqualTo("10 purposes not asked yet");
		assertThat(page.select(".unasked li").eachText()).hasSize(10).contains("Marketing by SMS");
		assertThat(details(page, "consents")).containsEntry("Place", "counter")
			.containsEntry("Status", "Yes")
			.containsValue("v7")
			.containsValue("25 May 2024, 08:00 UTC");
	}

	@Test
	@DisplayName("tells subscriptions, jobs, educations and likes, with their state and all that they have")
	void items() {
		Document page = open().page();
		assertThat(page.select("#subscriptions .item-head").eachText()).containsExactly("Weekly news Subscribed",
				"Wine club Unsubscribed");
		assertThat(details(page, "subscriptions")).containsEntry("Frequency", "weekly")
			.containsEntry("Origin", "fair")
			.containsEntry("Kind", "Digital message / Service");
		assertThat(page.select("#jobs .item-head").text()).startsWith("Analyst Current");
		assertThat(details(page, "jobs")).containsValue("Babbage & Co")
			.containsValue("1 Feb 2013")
			.containsEntry("Remote", "Yes");
		assertThat(page.select("#educations .item-head").text()).startsWith("University of London");
		assertThat(details(page, "educations")).containsValue("2008")
			.containsValue("College")
			.containsEntry("Grade", "110");
		assertThat(page.select("#likes .item-head").text()).startsWith("Harp");
		assertThat(details(page, "likes")).containsValue("1 Jun 2021, 10:00 UTC").containsEntry("Strength", "9");
	}

	@Test
	@DisplayName("tells extended properties and what the library does not know, at every level")
	void extended() {
		Document page = open().page();
		assertThat(details(page, "extended")).containsEntry("Points", "1234.50")
			.containsEntry("Left", "38")
			.containsEntry("Last visit", "3 Feb 2025, 10:00 UTC")
			.containsEntry("Birthday gift", "No")
			.containsEntry("Stores", "Milano, Torino")
			.containsEntry("Brand", "Fiat");
		assertThat(page.select("#extended dt").eachText()).contains("Shoe size", "Cars");
		assertThat(details(page, "social")).containsEntry("Mastodon", "@ada@example.org").containsValue("ada.q");
		assertThat(details(page, "record")).containsValue("Prefers the morning")
			.containsValue("source-of-the-shop")
			.containsEntry("Name", "Gold")
			.containsEntry("Since", "17 May 2023");
	}

	@Test
	@DisplayName("never shows a password, nor what may be secret beside it")
	void password() {
		Document page = open().page();
		assertThat(details(page, "account")).containsValue("ada.l").containsValue("Is set, and not shown").hasSize(2);
		assertThat(page.html()).doesNotContain("never-to-be-seen", "1234-secret");
		PageData.answer(this.emulator,
				"""
						{"id": "%s", "nodeId": "1", "base": {"credential": "all-of-it"}, "extended": {"oldPassword": "older"}}"""
					.formatted(PageData.ID));
		assertThat(open().page().html()).doesNotContain("all-of-it", "older\"", ">older");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "en", "it", "de" })
	@DisplayName("has words for every name and constant of ContactHub, in each language:")
	void words(String language) {
		Document page = this.browser.open(PAGE + "?lang=" + language).page();
		assertThat(page.select("html").attr("lang")).isEqualTo(language);
		List<String> labels = page.select("dt, h2, h3, .chip, label, option, summary").eachText();
		assertThat(labels).hasSizeGreaterThan(150)
			.allSatisfy((label) -> assertThat(label.replaceAll("ContactHub|iOS|LinkedIn", ""))
				.doesNotContainPattern("\\p{Ll}\\p{Lu}|[A-Z]_[A-Z]|\\?\\?"));
		assertThat(page.select(".customer-page dd").eachText())
			.allSatisfy((value) -> assertThat(value).doesNotContainPattern("[A-Z]{2}_[A-Z]|\\?\\?|JsonObject|\\[id="));
	}

	@Test
	@DisplayName("shows hostile names and values as they are, and follows none of them")
	void hostile() {
		String script = "<script>alert(1)</script>";
		PageData.answer(this.emulator,
				"""
						{"id": "%1$s", "nodeId": "1", "externalId": "\\"><b id=evil>", "base": {"firstName": "%2$s",
						"pictureUrl": "javascript:alert(1)", "contacts": {"email": "a@b\\" onclick=\\"x?bcc=c@d", "phone": "abc"},
						"address": {"city": "%2$s&layer=x#y"},
						"likes": [{"id": "../../%2$s", "name": "%2$s"}], "%2$s": "%2$s"},
						"tags": {"manual": ["%2$s"]}, "extended": {"${7*7}": "__${7*7}__", "th:utext": "%2$s", "site": "http://"}}"""
					.formatted(PageData.ID, script));
		Document page = open().page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(page.title()).isEqualTo(script + " · Customer desk");
		assertThat(page.select("main script, main [onclick], #evil")).isEmpty();
		assertThat(page.select("main a[href]").eachAttr("href"))
			.allSatisfy((link) -> assertThat(link).matches("(/|#|mailto:|https://www\\.openstreetmap\\.org/search).*"))
			.noneMatch((link) -> link.contains("?bcc") || link.contains("&layer"));
		assertThat(page.select("#extended").text()).contains("__${7*7}__").doesNotContain("49");
		assertThat(details(page, "person")).containsValue("javascript:alert(1)");
	}

	@Test
	@DisplayName("folds what is long, and ends lists and depths that are longer than anybody reads")
	void longValues() {
		String text = "It was long. ".repeat(400);
		String deep = Stream.generate(() -> "{\"inner\": ").limit(200).collect(Collectors.joining()) + "1"
				+ "}".repeat(200);
		String many = IntStream.range(0, 2000)
			.mapToObj((number) -> "{\"number\": " + number + "}")
			.collect(Collectors.joining(","));
		PageData.answer(this.emulator,
				"{\"id\": \"%s\", \"nodeId\": \"1\", \"extended\": {\"story\": \"%s\", \"deep\": %s, \"many\": [%s], \"huge\": 1e999999}}"
					.formatted(PageData.ID, text, deep, many));
		Document page = open().page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(page.select("#extended details summary").first().text()).startsWith("It was long.")
			.hasSizeLessThan(150);
		assertThat(page.select("#extended details span").first().text()).isEqualTo(text.strip());
		assertThat(page.select("#extended").text()).contains("1,950 more", "1E+999999");
		assertThat(page.select("#extended dt").eachText()).filteredOn("Inner"::equals).hasSizeLessThan(10);
	}

	@Test
	@DisplayName("stands when nothing is known but the id")
	void nothing() {
		PageData.answer(this.emulator, "{\"id\": \"%s\", \"nodeId\": \"1\"}".formatted(PageData.ID));
		Document page = open().page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.heading()).isEqualTo(PageData.ID);
		assertThat(page.select("#contact").text()).contains("Not given");
		assertThat(page.select("#subscriptions").text()).contains("Not subscribed");
		assertThat(page.select(".customer-add a").eachText()).containsExactly("Address", "Person", "Jobs", "Education",
				"Likes", "Social networks", "Account");
		assertThat(page.select(".customer-page > div > .card").eachAttr("id")).containsExactly("contact", "consents",
				"subscriptions");
		assertThat(page.select(".customer-facts").text()).contains("No, without an e-mail address");
	}

	@Test
	@DisplayName("does not exist for a customer that does not exist")
	void notFound() {
		this.browser.open("/customers/5d2fa4c1-0000-4000-8000-000000000000");
		assertThat(this.browser.status()).isEqualTo(404);
	}

	@Test
	@DisplayName("tells the sessions of the customer")
	void sessions() {
		assertThat(open().page().select("#sessions").text()).contains("No session of a visitor");
		this.customers.addSession(PageData.ID, SessionId.of("visit-8f3a"));
		assertThat(open().page().select("#sessions code").eachText()).containsExactly("visit-8f3a");
	}

	@Test
	@DisplayName("stands when the sessions cannot be had")
	void withoutSessions() {
		PageData.fail(this.emulator, "/sessions", 403);
		Document page = open().page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(page.select("#sessions .banner")).hasSize(1);
		assertThat(page.select("#timeline .banner")).isEmpty();
		assertThat(page.select("#timeline .event")).isNotEmpty();
	}

	@Test
	@DisplayName("stands when the events cannot be had, and offers to try again")
	void withoutEvents() {
		PageData.fail(this.emulator, "/events", 503);
		Document page = open().page();
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(page.select("#timeline .banner")).hasSize(1);
		assertThat(page.select("#timeline .banner a").attr("href")).isEqualTo(PAGE);
		assertThat(details(page, "contact")).containsEntry("E-mail", "ada@example.com");
		assertThat(page.select("#sessions .banner")).isEmpty();
	}

	@Test
	@DisplayName("leads editors to the pages that change the customer, and readers to none")
	void changes() {
		List<String> changing = List.of("/edit", "/delete", "/consents", "/jobs/new", "/jobs/j1", "/educations/new",
				"/educations/e1", "/likes/new", "/likes/l1", "/events/new");
		Function<Browser, List<String>> links = (reader) -> reader.open(PAGE).page().select("main a").eachAttr("href");
		assertThat(links.apply(this.browser)).containsAll(changing.stream().map((change) -> PAGE + change).toList())
			.contains(PAGE + "/edit?open=address#group-address");
		assertThat(links.apply(as("reader")))
			.noneMatch((link) -> changing.stream().anyMatch((change) -> link.contains(change)));
		assertThat(as("reader").open(PAGE).text()).contains("ada@example.com", "Weekly news");
	}

}

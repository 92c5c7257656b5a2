package io.contacthub.samples.desk.form;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for forms that were carried out, while nobody knows it.
 */
@DisplayName("A form whose answer is lost")
@ExtendWith(OutputCaptureExtension.class)
class LostAnswerTests extends AbstractDeskTests {

	@Autowired
	private CustomerRepository customers;

	private String customer;

	@BeforeEach
	void findCustomer() {
		this.browser.open("/customers");
		this.customer = this.browser.page().select("main a[href^=/customers/]:not([href$=new])").attr("href");
	}

	@ParameterizedTest
	@CsvSource({ "/customers/new, First name, /customers?sort=registered%2Cdesc", "/jobs/new, Company, ",
			"/events/new?type=openedTicket, Subject, " })
	@DisplayName("asks to look first, and is sent again only by a button that says so")
	void looksFirst(String page, String field, String place) {
		this.browser.open(page.startsWith("/customers") ? page : this.customer + page).fill(field, "Something typed");
		if (page.contains("events")) {
			this.browser.fill("Context", "WEB");
		}
		lose(1);
		this.browser.press(this.browser.page().select("main form button.primary").last().text());
		assertThat(this.browser.status()).isEqualTo(503);
		assertThat(this.browser.page().select("main input").eachAttr("value")).contains("Something typed");
		Element banner = this.browser.page().getElementById("trouble");
		assertThat(banner.text()).startsWith("It may have been done").doesNotContain("Try again");
		Element look = banner.selectFirst("a");
		assertThat(look.text()).isEqualTo("Look whether it is there (new tab)");
		assertThat(look.attr("target")).isEqualTo("_blank");
		assertThat(look.attr("href").replace(",", "%2C")).isEqualTo((place != null) ? place : this.customer);
		assertThat(banner.select("a ~ button").eachText()).containsExactly("Send again anyway");
		assertThat(banner.closest("form").selectFirst("button").attributes()).extracting("key")
			.contains("disabled", "hidden");
		lose(0);
		this.emulator.wireMock().resetRequests();
		this.browser.press("Send again anyway");
		assertThat(this.browser.page().getElementById("message").text()).isNotEmpty();
		assertThat(this.emulator.wireMock().find(postRequestedFor(anyUrl()))).hasSize(1);
	}

	@Test
	@DisplayName("may simply be sent again where that does it once")
	void triesAgain() {
		this.emulator.wireMock()
			.register(patch(urlPathMatching(".*/customers/.*")).willReturn(serverError().withStatus(502)));
		this.browser.open(this.customer + "/edit").fill("First name", "Augusta").press("Review changes").press("Save");
		assertThat(this.browser.page().getElementById("trouble").text()).contains("simply try again")
			.contains("What you entered is still here")
			.doesNotContain("Send again anyway");
	}

	@Test
	@DisplayName("may simply be sent again by a visitor, who is signed up then")
	void visitors() {
		lose(1);
		Browser visitor = visitor();
		signUp(visitor);
		assertThat(visitor.page().getElementById("trouble").text()).contains("simply try again")
			.doesNotContain("Look whether");
		lose(0);
		visitor.press("Try again");
		assertThat(visitor.heading()).isEqualTo("Welcome, Ada");
		assertThat(this.customers.count(Query.where(BASE.CONTACTS.EMAIL.eq("ada@example.com")))).isOne();
	}

	@Test
	@DisplayName("does not make a visitor somebody else who has the e-mail address already")
	void otherCustomers() {
		this.customers.insert(Customer.builder()
			.base((base) -> base.firstName("Ada")
				.lastName("Lovelace")
				.contacts((contacts) -> contacts.email("ada@example.com")))
			.build());
		Browser visitor = visitor();
		StubMapping outage = this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).willReturn(serverError().withStatus(502)));
		signUp(visitor);
		assertThat(visitor.page().getElementById("trouble").text()).contains("It may have been done all the same");
		this.emulator.wireMock().removeStubMapping(outage);
		visitor.press("Try again");
		assertThat(visitor.location()).isEqualTo("/shop/confirm");
		assertThat(visitor.text()).contains("you may be signed up already");
	}

	private static void signUp(Browser visitor) {
		visitor.open("/shop/signup")
			.fill("First name", "Ada")
			.fill("Last name", "Lovelace")
			.fill("E-mail", "ada@example.com")
			.press("Sign up");
	}

	@Test
	@DisplayName("is carried out once, however often it was sent at the same time, and is noted")
	void sentAtOnce(CapturedOutput output) throws Exception {
		String token = this.browser.page().select("meta[name=csrf]").attr("content");
		String key = UUID.randomUUID().toString();
		lose(1);
		List<FutureTask<Integer>> copies = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			FutureTask<Integer> copy = new FutureTask<>(
					() -> as("editor").post("/customers/new", "_csrf", token, "formKey", key, "base.firstName", "Ada")
						.status());
			copies.add(copy);
			new Thread(copy).start();
		}
		for (FutureTask<Integer> copy : copies) {
			assertThat(copy.get(30, TimeUnit.SECONDS)).isEqualTo(503);
		}
		assertThat(this.emulator.wireMock().find(postRequestedFor(urlPathMatching(".*/customers")))).hasSize(1);
		assertThat(output.getAll().lines().filter((line) -> line.contains("desk.audit"))).singleElement()
			.asString()
			.endsWith("user=editor action=unclear form=/customers/new execution=UNKNOWN operation=POST_/customers");
	}

	private void lose(double share) {
		this.emulator.switches(this.emulator.switches().withLostAnswerRate(share));
	}

}

package io.contacthub.samples.desk.shop;

import java.util.Arrays;
import java.util.List;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.contacthub.customer.Customer;
import io.contacthub.customer.Session;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import org.jsoup.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for visitors who become customers, on the emulator.
 */
@DisplayName("Sign-up")
class SignupTests extends AbstractShopTests {

	@Test
	@DisplayName("makes a customer of who signs up, to whom belongs what was looked at before and after")
	void signsUp() {
		this.visitor.press("Yes, remember my visit").follow("Moka Aurora");
		signUp("Grace", "grace@example.com");
		assertThat(this.visitor.text()).contains("Welcome, Grace", "now belongs to you");
		this.visitor.follow("All products").follow("Macinino Brera");
		Customer grace = customer("grace@example.com");
		assertThat(grace.base().firstName()).isEqualTo("Grace");
		assertThat(this.customers.sessions(grace.id()).findAll()).extracting(Session::value)
			.containsExactly(cookie(SESSION).getValue());
		assertThat(eventsOf(grace)).extracting(Event::type)
			.containsOnly(EventType.VIEWED_PAGE, EventType.VIEWED_PRODUCT, EventType.FORM_COMPILED);
		assertThat(viewedProducts(grace)).containsExactlyInAnyOrder("Moka Aurora", "Macinino Brera");
	}

	@Test
	@DisplayName("changes nothing of a customer who is there already, whatever is typed, and says that an e-mail confirms")
	void leavesCustomersAlone() {
		Customer stored = this.customers.insert(Customer.builder()
			.base((base) -> base.firstName("Grace")
				.contacts((contacts) -> contacts.email("grace@example.com"))
				.subscriptions(Subscription.builder()
					.id(SignupForm.NEWSLETTER)
					.kind(SubscriptionKind.DIGITAL_MESSAGE)
					.subscribed(true)
					.build()))
			.consents((consents) -> consents.marketing(
					(marketing) -> marketing.automatic((automatic) -> automatic.email((email) -> email.status(true)))))
			.build());
		this.emulator.index();
		Customer before = this.customers.getById(stored.id());
		this.visitor.press("Yes, remember my visit").follow("Moka Aurora");
		signUp("Mallory", "grace@example.com");
		assertThat(this.visitor.location()).isEqualTo("/shop/confirm");
		assertThat(this.visitor.text()).contains("We have sent you an e-mail to confirm").doesNotContain("Mallory");
		assertThat(this.customers.getById(stored.id())).isEqualTo(before);
		assertThat(this.customers.sessions(stored.id()).findAll()).isEmpty();
		assertThat(eventsOf(stored)).isEmpty();
		this.visitor.open("/shop/welcome");
		assertThat(this.visitor.location()).isEqualTo("/shop/signup");
	}

	@Test
	@DisplayName("gives consent and subscription for the newsletter together, and says nothing of either without it")
	void switchesNewsletter() {
		this.visitor.follow("Sign up").check("Send me the newsletter", true);
		fillIn("Grace", "grace@example.com").press("Sign up");
		assertThat(newsletter("grace@example.com")).containsExactly(true, true);
		signUp("Ada", "ada@example.com");
		assertThat(newsletter("ada@example.com")).containsExactly(null, null);
	}

	@Test
	@DisplayName("gives the next customer at the same browser a session of their own")
	void keepsCustomersApart() {
		this.visitor.press("Yes, remember my visit").follow("Moka Aurora");
		signUp("Grace", "grace@example.com");
		this.visitor.follow("All products");
		signUp("Ada", "ada@example.com");
		this.visitor.follow("All products").follow("Tazzina Duomo");
		assertThat(viewedProducts(customer("grace@example.com"))).containsExactly("Moka Aurora");
		assertThat(viewedProducts(customer("ada@example.com"))).containsExactly("Tazzina Duomo");
		assertThat(eventsOf(customer("ada@example.com"))).extracting(Event::type).contains(EventType.FORM_COMPILED);
	}

	@Test
	@DisplayName("knows of a customer who has not agreed what was typed only")
	void signsUpSilently() {
		this.visitor.follow("Moka Aurora");
		signUp("Grace", "grace@example.com");
		Customer grace = customer("grace@example.com");
		assertThat(this.visitor.text()).contains("nothing of what you have looked at");
		assertThat(this.customers.sessions(grace.id()).findAll()).isEmpty();
		assertThat(eventsOf(grace)).isEmpty();
		this.visitor.follow("All products").press("Yes, remember my visit").follow("Tazzina Duomo");
		assertThat(viewedProducts(grace)).as("from the moment of consent on").containsExactly("Tazzina Duomo");
	}

	@Test
	@DisplayName("answers while ContactHub is away, and tells it of the views when it is back")
	void outlivesOutage() {
		this.visitor.press("Yes, remember my visit");
		flush();
		StubMapping outage = this.emulator.wireMock()
			.register(post(urlPathMatching(".*/events"))
				.willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
		this.visitor.follow("Moka Aurora");
		assertThat(this.visitor.status()).isEqualTo(200);
		assertThat(this.publisher.queued()).as("the page did not wait").isPositive();
		this.emulator.wireMock().removeStubMapping(outage);
		signUp("Grace", "grace@example.com");
		assertThat(viewedProducts(customer("grace@example.com"))).containsExactly("Moka Aurora");
	}

	@Test
	@DisplayName("keeps what was typed when ContactHub is away at sign-up, and signs up when it is back")
	void keepsForm() {
		this.visitor.press("Yes, remember my visit").follow("Moka Aurora").follow("Sign up");
		StubMapping outage = this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).willReturn(aResponse().withStatus(503)));
		fillIn("Grace", "grace@example.com").press("Sign up");
		assertThat(this.visitor.status()).isEqualTo(503);
		assertThat(this.visitor.page().getElementById("email").val()).isEqualTo("grace@example.com");
		this.emulator.wireMock().removeStubMapping(outage);
		this.visitor.press("Try again");
		assertThat(this.visitor.text()).contains("Welcome, Grace");
		assertThat(viewedProducts(customer("grace@example.com"))).containsExactly("Moka Aurora");
	}

	@Test
	@DisplayName("signs up once what is sent twice")
	void signsUpOnce() {
		this.visitor.follow("Sign up");
		fillIn("Grace", "grace@example.com");
		assertThat(send(form("main form.card")).url()).hasPath("/shop/welcome");
		this.customers.deleteById(customer("grace@example.com").id());
		assertThat(send(form("main form.card")).url()).hasPath("/shop/welcome");
		assertThat(count("grace@example.com")).isZero();
	}

	@Test
	@DisplayName("explains wrong input at its field")
	void explainsInput() {
		this.visitor.follow("Sign up").fill("E-mail", "nobody").press("Sign up");
		assertThat(this.visitor.status()).isEqualTo(422);
		assertThat(this.visitor.page().title()).startsWith("Error: ");
		assertThat(this.visitor.error("firstName")).isEqualTo("Enter your first name.");
		assertThat(this.visitor.error("email")).contains("such as ada@example.com");
	}

	@Test
	@DisplayName("shows a name as text and never as markup")
	void escapesNames() {
		signUp("<b>{0}</b>'", "hostile@example.com");
		assertThat(this.visitor.heading()).isEqualTo("Welcome, <b>{0}</b>'");
		assertThat(this.visitor.page().select("b")).isEmpty();
	}

	@Test
	@DisplayName("signs nobody up without the token of its form")
	void refusesForeignSignup() {
		this.visitor.follow("Sign up");
		fillIn("Grace", "grace@example.com");
		Connection form = form("main form.card");
		assertThat(form.request().data().removeIf((field) -> "_csrf".equals(field.key()))).isTrue();
		assertThat(send(form).statusCode()).isEqualTo(403);
		assertThat(count("grace@example.com")).isZero();
	}

	/**
	 * Return the consent, and whether the newsletter is subscribed to.
	 */
	private List<@Nullable Boolean> newsletter(String email) {
		Customer customer = this.customers.getById(customer(email).id());
		Boolean subscribed = customer.base()
			.subscriptions()
			.stream()
			.filter((subscription) -> subscription.id().equals(SignupForm.NEWSLETTER))
			.findFirst()
			.map(Subscription::subscribed)
			.orElse(null);
		return Arrays.asList(customer.consents().marketing().automatic().email().status(), subscribed);
	}

}

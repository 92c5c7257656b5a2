package io.contacthub.samples.desk.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.contacthub.customer.Customer;
import io.contacthub.customer.CustomerRepository;
import io.contacthub.customer.Session;
import io.contacthub.customer.Subscription;
import io.contacthub.customer.SubscriptionKind;
import io.contacthub.event.BringBackProperties;
import io.contacthub.event.BringBackType;
import io.contacthub.event.Event;
import io.contacthub.event.EventFilter;
import io.contacthub.event.EventPublisher;
import io.contacthub.event.EventRepository;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.event.properties.ViewedProduct;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the shop, on the emulator.
 */
@DisplayName("Shop")
class ShopTests extends AbstractDeskTests {

	private static final String SESSION = "contacthub-session";

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private EventRepository events;

	@Autowired
	private EventPublisher publisher;

	private Browser visitor;

	@BeforeEach
	void visit() {
		// what an earlier test has published
		flush();
		this.emulator.wireMock().resetRequests();
		this.visitor = visitor().open("/shop");
	}

	@Test
	@DisplayName("sets no cookie and notes nothing until the visitor agrees")
	void waitsForConsent() {
		this.visitor.follow("Moka Aurora").follow("All products").follow("Miscela Navigli");
		assertThat(this.visitor.status()).isEqualTo(200);
		assertThat(this.visitor.cookies().getCookies()).isEmpty();
		assertThat(sentEvents()).isEmpty();
	}

	@Test
	@DisplayName("keeps the session of a visitor who agrees in a cookie that scripts and other sites do not get")
	void setsCookie() {
		this.visitor.follow("Moka Aurora").press("Yes, remember my visit");
		assertThat(this.visitor.location()).isEqualTo("/shop/products/moka");
		assertThat(this.visitor.text()).contains("We remember what you look at.");
		HttpCookie cookie = cookie(SESSION);
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getValue()).matches("[0-9a-f-]{36}");
		assertThat(this.visitor.cookies().getCookies()).containsExactly(cookie);
	}

	@Test
	@DisplayName("publishes each view as an event of the session")
	void publishesViews() {
		this.visitor.press("Yes, remember my visit").follow("Tazzina Duomo");
		String session = cookie(SESSION).getValue();
		List<Event> noted = sentEvents();
		assertThat(noted).extracting(Event::type)
			.containsExactlyInAnyOrder(EventType.VIEWED_PAGE, EventType.VIEWED_PRODUCT);
		assertThat(noted).allSatisfy((event) -> assertThat(event.bringBackProperties())
			.returns(BringBackType.SESSION_ID, BringBackProperties::type)
			.returns(session, BringBackProperties::value));
		ViewedPage page = only(ViewedPage.class, noted);
		assertThat(page.url()).isEqualTo(this.address + "/shop");
		assertThat(page.path()).isEqualTo("/shop");
		ViewedProduct product = only(ViewedProduct.class, noted);
		assertThat(product.sku()).isEqualTo("CP-2");
		assertThat(product.name()).isEqualTo("Tazzina Duomo");
		assertThat(product.price()).isEqualByComparingTo("22");
		assertThat(product.linkUrl()).isEqualTo(this.address + "/shop/products/cups");
	}

	@Test
	@DisplayName("takes the cookies away from a visitor who withdraws, and notes nothing more")
	void forgets() {
		this.visitor.press("Yes, remember my visit");
		signUp("Grace", "grace@example.com");
		this.visitor.follow("All products").press("Stop, and forget this browser");
		int before = sentEvents().size();
		this.visitor.follow("Moka Aurora");
		assertThat(this.visitor.cookies().getCookies()).extracting(HttpCookie::getName).noneMatch(this::isOfVisitor);
		assertThat(this.visitor.text()).contains("May we remember what you look at?").doesNotContain("Grace");
		assertThat(sentEvents()).hasSize(before);
	}

	@Test
	@DisplayName("has no product of another name")
	void knowsProducts() {
		this.visitor.open("/shop/products/teapot");
		assertThat(this.visitor.status()).isEqualTo(404);
	}

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
	@DisplayName("takes who signs up again for the customer that they are, and ties the new session too")
	void signsUpAgain() {
		this.visitor.press("Yes, remember my visit");
		signUp("Grace", "grace@example.com");
		Customer first = customer("grace@example.com");
		this.visitor = visitor().open("/shop").press("Yes, remember my visit").follow("Miscela");
		signUp("Grace Brewster", "grace@example.com");
		Customer again = customer("grace@example.com");
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(again.base().firstName()).isEqualTo("Grace Brewster");
		assertThat(this.customers.sessions(first.id()).findAll()).hasSize(2);
		assertThat(viewedProducts(first)).containsExactly("Miscela Navigli");
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
	@DisplayName("switches consent and subscription for the newsletter together, on and off")
	void switchesNewsletter() {
		this.visitor.follow("Sign up").check("Send me the newsletter", true);
		fillIn("Grace", "grace@example.com").press("Sign up");
		assertThat(newsletter("grace@example.com")).containsExactly(true, true);
		this.visitor.open("/shop");
		signUp("Grace", "grace@example.com");
		assertThat(newsletter("grace@example.com")).containsExactly(false, false);
	}

	@Test
	@DisplayName("completes a newsletter that only half is there, and writes no refusal that nobody has asked for")
	void completesNewsletter() {
		String id = this.customers
			.insert(Customer.builder()
				.base((base) -> base.contacts((contacts) -> contacts.email("grace@example.com")))
				.build())
			.id();
		signUp("Grace", "grace@example.com");
		assertThat(newsletter("grace@example.com")).containsExactly(null, null);
		this.customers.subscriptions(id)
			.insert(Subscription.builder()
				.id(Registration.NEWSLETTER)
				.kind(SubscriptionKind.DIGITAL_MESSAGE)
				.subscribed(true)
				.build());
		this.visitor.open("/shop/signup").check("Send me the newsletter", true);
		fillIn("Grace", "grace@example.com").press("Sign up");
		assertThat(newsletter("grace@example.com")).containsExactly(true, true);
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

	@ParameterizedTest
	@ValueSource(strings = { "x", "<script>alert(1)</script>", "../../customers", "%00%0d%0aSet-Cookie:+a=b",
			"00000000-0000-0000-0000-00000000000g" })
	@DisplayName("takes a cookie that it has not set for none")
	void ignoresForgedCookie(String value) {
		forge(value);
		this.visitor.open("/shop/products/moka");
		assertThat(this.visitor.status()).isEqualTo(200);
		assertThat(this.visitor.text()).contains("May we remember what you look at?");
		assertThat(sentEvents()).isEmpty();
		this.visitor.press("Yes, remember my visit");
		assertThat(cookie(SESSION).getValue()).matches("[0-9a-f-]{36}");
	}

	@Test
	@DisplayName("does not show a stranger who copies the session of a customer who that is")
	void hidesCustomers() {
		this.visitor.press("Yes, remember my visit");
		signUp("Grace", "grace@example.com");
		String stolen = cookie(SESSION).getValue();
		this.visitor = visitor();
		forge(stolen);
		this.visitor.open("/shop");
		assertThat(this.visitor.text()).contains("We remember what you look at.").doesNotContain("Grace");
		this.visitor.open("/shop/welcome");
		assertThat(this.visitor.location()).isEqualTo("/shop/signup");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example", "null", "http://localhost:1" })
	@DisplayName("takes no consent that another site sends")
	void refusesForeignConsent(String origin) {
		assertThat(send(form(".shop-visit form").header("Origin", origin)).statusCode()).isEqualTo(403);
		assertThat(this.visitor.cookies().getCookies()).extracting(HttpCookie::getName).noneMatch(this::isOfVisitor);
	}

	@Test
	@DisplayName("takes consent that its own page sends")
	void takesOwnConsent() {
		assertThat(send(form(".shop-visit form").header("Origin", this.address)).url()).hasPath("/shop");
		assertThat(cookie(SESSION).getValue()).isNotEmpty();
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

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/", "//elsewhere.example", "../../customers", "teapot" })
	@DisplayName("leads back to its own pages only")
	void leadsToOwnPages(String product) {
		Connection consent = form(".shop-visit form");
		consent.data("product").value(product);
		assertThat(send(consent).url().toString()).isEqualTo(this.address + "/shop");
	}

	private void signUp(String firstName, String email) {
		this.visitor.open("/shop/signup");
		fillIn(firstName, email).press("Sign up");
	}

	private Browser fillIn(String firstName, String email) {
		return this.visitor.fill("First name", firstName).fill("Last name", "Hopper").fill("E-mail", email);
	}

	/**
	 * Return the request that a form on the page makes.
	 */
	private Connection form(String selector) {
		return ((FormElement) this.visitor.page().selectFirst(selector)).submit();
	}

	private static Connection.Response send(Connection request) {
		try {
			return request.execute();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpCookie cookie(String name) {
		return this.visitor.cookies()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private boolean isOfVisitor(String cookie) {
		return cookie.startsWith(SESSION);
	}

	private void forge(String session) {
		HttpCookie cookie = new HttpCookie(SESSION, session);
		cookie.setPath("/");
		cookie.setDomain("localhost.local");
		cookie.setVersion(0);
		this.visitor.cookies().add(URI.create(this.address), cookie);
	}

	private Customer customer(String email) {
		return this.customers.stream(Query.where(BASE.CONTACTS.EMAIL.eq(email))).findFirst().orElseThrow();
	}

	private long count(String email) {
		return this.customers.count(Query.where(BASE.CONTACTS.EMAIL.eq(email)));
	}

	private List<Event> eventsOf(Customer customer) {
		flush();
		return this.events.stream(EventFilter.ofCustomer(customer.id())).toList();
	}

	/**
	 * Return the events that the emulator was sent, whether they are a customer's yet or
	 * not.
	 */
	private List<Event> sentEvents() {
		flush();
		return this.emulator.wireMock()
			.find(postRequestedFor(urlPathMatching(".*/events")))
			.stream()
			.map((request) -> JsonMapper.shared().readValue(request.getBodyAsString(), Event.class))
			.toList();
	}

	private static <T> T only(Class<T> type, List<Event> events) {
		return events.stream()
			.map(Event::properties)
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst()
			.orElseThrow();
	}

	private void flush() {
		assertThat(this.publisher.flush(Duration.ofSeconds(20))).as("events are sent").isTrue();
	}

	private List<String> viewedProducts(Customer customer) {
		return eventsOf(customer).stream()
			.map(Event::properties)
			.filter(ViewedProduct.class::isInstance)
			.map((product) -> ((ViewedProduct) product).name())
			.toList();
	}

	/**
	 * Return the consent, and whether the newsletter is subscribed to.
	 */
	private List<@Nullable Boolean> newsletter(String email) {
		Customer customer = this.customers.getById(customer(email).id());
		Boolean subscribed = customer.base()
			.subscriptions()
			.stream()
			.filter((subscription) -> subscription.id().equals(Registration.NEWSLETTER))
			.findFirst()
			.map(Subscription::subscribed)
			.orElse(null);
		return Arrays.asList(customer.consents().marketing().automatic().email().status(), subscribed);
	}

}

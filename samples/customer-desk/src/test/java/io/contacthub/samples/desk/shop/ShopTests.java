package io.contacthub.samples.desk.shop;

import java.net.HttpCookie;
import java.util.List;

import io.contacthub.event.BringBackProperties;
import io.contacthub.event.BringBackType;
import io.contacthub.event.Event;
import io.contacthub.event.EventType;
import io.contacthub.event.properties.ViewedPage;
import io.contacthub.event.properties.ViewedProduct;
import io.contacthub.samples.desk.Browser;
import org.jsoup.Connection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what visitors of the shop look at, on the emulator.
 */
@DisplayName("Shop")
class ShopTests extends AbstractShopTests {

	@Test
	@DisplayName("sets no cookie and notes nothing until the visitor agrees")
	void waitsForConsent() {
		this.visitor.follow("Moka Aurora").follow("All products").follow("Miscela Navigli");
		assertThat(this.visitor.status()).isEqualTo(200);
		assertThat(this.visitor.cookies().getCookies()).isEmpty();
		assertThat(sentEvents()).isEmpty();
	}

	@Test
	@DisplayName("asks a visitor who says no not again, and notes nothing")
	void takesNo() {
		this.visitor.follow("Moka Aurora").press("No, thanks");
		assertThat(this.visitor.location()).isEqualTo("/shop/products/moka");
		this.visitor.follow("All products");
		assertThat(this.visitor.text()).contains("We remember nothing of your visit.")
			.doesNotContain("May we remember");
		assertThat(this.visitor.cookies().getCookies()).extracting(HttpCookie::getValue).containsExactly("no");
		assertThat(sentEvents()).isEmpty();
		this.visitor.press("Yes, remember my visit");
		assertThat(this.visitor.text()).contains("We remember what you look at.");
	}

	@Test
	@DisplayName("says in its title that it is a shop, and shows nobody of the desk")
	void isNoDesk() {
		Browser editor = this.browser.open("/shop/products/moka");
		assertThat(editor.page().title()).isEqualTo("Moka Aurora \u00b7 Shop demo");
		assertThat(editor.text()).doesNotContain("editor", "Log out");
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
	@DisplayName("believes the browser where a proxy has another origin than the desk knows")
	void takesConsentBehindProxy() {
		Connection consent = form(".shop-visit form").header("Origin", "https://desk.example");
		assertThat(send(consent.header("Sec-Fetch-Site", "same-site")).statusCode()).isEqualTo(403);
		assertThat(send(consent.header("Sec-Fetch-Site", "same-origin")).url()).hasPath("/shop");
		assertThat(cookie(SESSION).getValue()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/", "//elsewhere.example", "../../customers", "teapot" })
	@DisplayName("leads back to its own pages only")
	void leadsToOwnPages(String product) {
		Connection consent = form(".shop-visit form");
		consent.data("product").value(product);
		assertThat(send(consent).url().toString()).isEqualTo(this.address + "/shop");
	}

}

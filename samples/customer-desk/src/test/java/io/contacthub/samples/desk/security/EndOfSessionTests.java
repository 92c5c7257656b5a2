package io.contacthub.samples.desk.security;

import java.net.HttpCookie;
import java.util.List;

import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what happens to those whose session has ended while a page was open.
 */
@DisplayName("Somebody whose session has ended")
class EndOfSessionTests extends AbstractDeskTests {

	@Autowired
	private ServletWebServerApplicationContext context;

	@Test
	@DisplayName("gets back what was typed after logging in, and sends it by another press only")
	void typed() {
		Browser editor = as("editor").open("/customers/new").fill("First name", "Augusta").fill("Last name", "<b>\"");
		this.emulator.wireMock().resetRequests();
		editor.cookies().removeAll();
		editor.press("Add customer");
		assertThat(editor.status()).isEqualTo(403);
		assertThat(editor.heading()).isEqualTo("You have been logged out");
		assertThat(editor.text()).contains("what you entered is not lost");
		assertThat(editor.page().select("a[hreflang]")).as("would leave the form behind").isEmpty();
		editor.fill("Name", "editor").fill("Password", "wrong").press("Log in again");
		assertThat(editor.heading()).isEqualTo("You have been logged out");
		assertThat(editor.text()).contains("The name or the password is wrong.");
		assertThat(editor.response().body()).doesNotContain("\"wrong\"");
		editor.fill("Name", "editor").fill("Password", "editor").press("Log in again");
		assertThat(editor.heading()).isEqualTo("Go on with your form");
		assertThat(editor.page().select("a[hreflang]")).isEmpty();
		editor.press("Show my form");
		assertThat(editor.status()).isEqualTo(200);
		assertThat(editor.text()).contains("It has not been sent yet.");
		assertThat(editor.page().getElementById("base.firstName").val()).isEqualTo("Augusta");
		assertThat(editor.page().getElementById("base.lastName").val()).isEqualTo("<b>\"");
		assertThat(this.emulator.wireMock().find(anyRequestedFor(urlPathMatching(".*/customers.*")))).isEmpty();
		editor.press("Add customer");
		assertThat(editor.text()).contains("Augusta <b>\"").doesNotContain("It has not been sent yet.");
	}

	@Test
	@DisplayName("gets back a form of several steps where it was")
	void steps() {
		Browser editor = as("editor").open("/customers");
		String customer = editor.page().select("main a[href^=/customers/]:not([href$=new])").attr("href");
		editor.open(customer + "/edit").fill("First name", "Augusta");
		editor.cookies().removeAll();
		editor.press("Review changes").fill("Name", "editor").fill("Password", "editor").press("Log in again");
		editor.press("Show my form");
		assertThat(editor.heading()).startsWith("What will be sent");
		editor.cookies().removeAll();
		editor.press("Save").fill("Name", "editor").fill("Password", "editor").press("Log in again");
		editor.press("Show my form");
		assertThat(editor.text()).contains("It has not been sent yet.");
		editor.press("Review changes").press("Save");
		assertThat(editor.text()).contains("The changes are saved.");
	}

	@Test
	@DisplayName("sees the name again that a filter was to be saved under")
	void savedFilter() {
		Browser editor = as("editor").open("/customers?tag=vip").fill("Name of the filter", "Vip");
		editor.cookies().removeAll();
		editor.press("Save filter").fill("Name", "editor").fill("Password", "editor").press("Log in again");
		editor.press("Show my form");
		assertThat(editor.page().select("details[open] #reopened").text()).contains("It has not been sent yet.");
		assertThat(editor.page().getElementById("name").val()).isEqualTo("Vip");
		assertThat(editor.press("Save filter").text()).contains("The filter “Vip” was saved.");
	}

	@Test
	@DisplayName("need not log in twice, having done so elsewhere")
	void loggedInElsewhere() {
		this.browser.open("/customers/new").fill("First name", "Augusta");
		this.browser.page().select("main [name=_csrf]").val("old");
		this.browser.press("Add customer");
		assertThat(this.browser.heading()).isEqualTo("Go on with your form");
		assertThat(this.browser.press("Show my form").page().getElementById("base.firstName").val())
			.isEqualTo("Augusta");
	}

	@Test
	@DisplayName("gets no form that only editors have")
	void reader() {
		Browser reader = as("editor").open("/customers/new").fill("First name", "Augusta");
		reader.cookies().removeAll();
		reader.press("Add customer").fill("Name", "reader").fill("Password", "reader").press("Log in again");
		assertThat(reader.press("Show my form").heading()).isEqualTo("You may not do this");
	}

	@Test
	@DisplayName("never logs in as a visitor of the shop")
	void visitors() {
		Browser visitor = visitor().open("/shop/signup").fill("First name", "Ada");
		visitor.cookies().removeAll();
		visitor.press("Sign up");
		assertThat(visitor.heading()).isEqualTo("Go on with your form");
		assertThat(visitor.page().select("nav.sections, [name=password]")).isEmpty();
		assertThat(visitor.press("Show my form").page().getElementById("firstName").val()).isEqualTo("Ada");
	}

	@ParameterizedTest
	@CsvSource({ "Origin, https://elsewhere.example", "Origin, 'null'", "Sec-Fetch-Site, cross-site",
			"Sec-Fetch-Site, same-site", "Sec-Fetch-Site, none" })
	@DisplayName("does not get a form of another site")
	void foreign(String header, String value) throws Exception {
		Connection.Response answer = Jsoup.connect(this.address + "/customers/new")
			.header(header, value)
			.data("formKey", "k", "base.firstName", "Eve")
			.header("Accept", "text/html")
			.method(Connection.Method.POST)
			.ignoreHttpErrors(true)
			.execute();
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).doesNotContain("Eve");
		assertThat(answer.headers("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x" })
	@DisplayName("is not led elsewhere by what was kept")
	void elsewhere(String address) {
		Browser visitor = visitor().open("/login");
		String token = visitor.page().select("[name=_csrf]").val();
		visitor.post("/login", "_csrf", token, "username", "reader", "password", "reader", "kept.address", address,
				"kept.formKey", "k");
		assertThat(visitor.location()).isEqualTo("/overview");
	}

	@Test
	@DisplayName("is told so where nothing was typed")
	void nothingTyped() {
		Browser visitor = visitor().post("/segments/1/delete");
		assertThat(visitor.status()).isEqualTo(403);
		assertThat(visitor.heading()).isEqualTo("You have been logged out");
		assertThat(visitor.follow("Log in again").location()).isEqualTo("/login");
	}

	@Test
	@DisplayName("need not log in to log out")
	void logout() {
		Browser editor = as("editor").open("/customers");
		editor.cookies().removeAll();
		assertThat(editor.press("Log out").location()).isEqualTo("/login?logout");
		assertThat(editor.text()).contains("You have logged out.");
	}

	@Test
	@DisplayName("can still log in by a page that had been open")
	void loginPage() {
		Browser visitor = visitor().open("/login").fill("Name", "reader").fill("Password", "reader");
		visitor.cookies().removeAll();
		visitor.press("Log in");
		assertThat(visitor.location()).isEqualTo("/login?late");
		assertThat(visitor.page().select("a[hreflang]")).hasSize(3);
		assertThat(visitor.text()).contains("Please log in once more.");
		visitor.fill("Name", "reader").fill("Password", "reader").press("Log in");
		assertThat(visitor.location()).isEqualTo("/overview");
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere", "/customers/new", "/login", "/logout" })
	@DisplayName("does not get another one by what is refused")
	void noSession(String path) throws Exception {
		Connection.Response answer = Jsoup.connect(this.address + path)
			.data("a", "b")
			.header("Accept", "text/html")
			.method(Connection.Method.POST)
			.followRedirects(false)
			.ignoreHttpErrors(true)
			.execute();
		assertThat(answer.statusCode()).isIn(302, 403);
		assertThat(answer.headers("Set-Cookie")).isEmpty();
	}

	@Test
	@DisplayName("had one that was short before the login, and lasted for a working day after it")
	void timeouts() throws Exception {
		Browser visitor = visitor().open("/login");
		assertThat(session(visitor).getMaxInactiveInterval()).isEqualTo(30 * 60);
		visitor.logIn("reader", "reader");
		assertThat(session(visitor).getMaxInactiveInterval()).isEqualTo(8 * 60 * 60);
	}

	private Session session(Browser browser) throws Exception {
		List<String> ids = browser.cookies()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("JSESSIONID"))
			.map(HttpCookie::getValue)
			.toList();
		Context web = (Context) ((TomcatWebServer) this.context.getWebServer()).getTomcat().getHost().findChildren()[0];
		return web.getManager().findSession(ids.get(0));
	}

}

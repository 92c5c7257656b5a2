package io.contacthub.samples.desk.security;

import java.io.IOException;
import java.util.Map;

import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who may do what at the desk.
 */
@DisplayName("Security of the desk")
@ExtendWith(OutputCaptureExtension.class)
class SecurityTests extends AbstractDeskTests {

	private static final String CUSTOMER = "/customers/5d2fa4c1-0000-4000-8000-000000000000";

	@Autowired
	private Audit audit;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/overview", "/customers", "/customers/new", CUSTOMER, CUSTOMER + "/edit", "/import",
			"/export", "/nowhere", "/actuator", "/actuator/env" })
	@DisplayName("shows nothing before one has logged in")
	void closed(String path) {
		Browser visitor = visitor().open(path);
		assertThat(visitor.location()).isEqualTo("/login");
		assertThat(visitor.heading()).isEqualTo("Log in to the customer desk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/actuator/health", "/desk.css", "/desk.js", "/favicon.svg",
			"/webjars/htmx.org/dist/htmx.min.js" })
	@DisplayName("lets anybody see what has no customers")
	void open(String path) {
		Browser visitor = visitor().open(path);
		assertThat(visitor.status()).isEqualTo(200);
		assertThat(visitor.location()).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /customers", "GET, /customers?page=2" })
	@DisplayName("lets readers look")
	void readers(String method, String path) {
		assertThat(as("reader").open(path).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/customers/new", CUSTOMER + "/edit", CUSTOMER + "/consents", CUSTOMER + "/jobs/new",
			CUSTOMER + "/events/new", CUSTOMER + "/delete", "/import", "/import/1" })
	@DisplayName("does not give readers the forms of editors")
	void readersGetNoForms(String path) {
		Browser reader = as("reader").open(path);
		assertThat(reader.status()).isEqualTo(403);
		assertThat(reader.heading()).isEqualTo("You may not do this");
		assertThat(reader.text()).contains("Ask whoever runs this desk").doesNotContain("Import");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/customers/new", CUSTOMER + "/edit", CUSTOMER + "/jobs/1/delete", "/import",
			"/import/1/refused.csv" })
	@DisplayName("does not let readers ask whether they would get the forms of editors")
	void readersHeadNoForms(String path) throws IOException {
		assertThat(head(as("reader"), path)).isEqualTo(403);
		assertThat(head(as("reader"), "/customers")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/shop/visitors", "/shop/visit.html", "/shop/visits/end" })
	@DisplayName("takes nothing without a token but the answer of a visitor, at its own address")
	void visits(String path) {
		assertThat(visitor().post(path, "product", "moka").status()).isEqualTo(403);
		assertThat(visitor().post("/shop/visit/end", "product", "moka").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/customers", "/customers/new", CUSTOMER + "/edit", CUSTOMER + "/delete",
			CUSTOMER + "/tags", "/segments", "/segments/1/delete", "/import", "/import/1/start" })
	@DisplayName("does not let readers write, even with a token of their session")
	void readersDoNotWrite(String path) {
		Browser reader = as("reader").open("/customers");
		String token = reader.page().select("meta[name=csrf]").attr("content");
		assertThat(token).isNotEmpty();
		assertThat(reader.post(path, "_csrf", token).status()).isEqualTo(403);
		assertThat(reader.text()).contains("Ask whoever runs this desk");
	}

	@Test
	@DisplayName("refuses forms of other sites, and tells what an old page should do")
	void foreignForms() {
		this.browser.open("/customers");
		assertThat(this.browser.post("/customers/new", "firstName", "Eve").status()).isEqualTo(403);
		assertThat(this.browser.text()).contains("open for too long");
	}

	@Test
	@DisplayName("leads back to where one wanted to go, in a new session")
	void logsIn() {
		Browser visitor = visitor().open("/customers?page=2");
		String before = session(visitor);
		visitor.fill("Name", "reader").fill("Password", "wrong").press("Log in");
		assertThat(visitor.text()).contains("The name or the password is wrong.");
		visitor.fill("Name", "reader").fill("Password", "reader").press("Log in");
		assertThat(visitor.location()).isEqualTo("/customers?page=2");
		assertThat(session(visitor)).isNotEqualTo(before);
	}

	@Test
	@DisplayName("lets nobody go on who has logged out")
	void logsOut() {
		Browser editor = visitor().logIn("editor", "editor").open("/customers");
		editor.press("Log out");
		assertThat(editor.text()).contains("You have logged out.");
		assertThat(editor.open("/customers").location()).isEqualTo("/login");
	}

	@Test
	@DisplayName("has a script load the page to log in as a whole")
	void scripts() {
		Browser visitor = visitor().openPart("/customers");
		assertThat(visitor.status()).isEqualTo(401);
		assertThat(visitor.response().header("HX-Refresh")).isEqualTo("true");
		visitor.logIn("reader", "reader");
		assertThat(visitor.location()).doesNotContain("customers?");
	}

	@Test
	@DisplayName("lets pages run no scripts but its own, and keeps them out of frames and caches")
	void headers() {
		Connection.Response response = this.browser.open("/customers").response();
		assertThat(response.header("Content-Security-Policy"))
			.contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
			.doesNotContain("unsafe");
		assertThat(response.header("Cache-Control")).contains("no-store");
		assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(this.browser.page().select("style, [style], script:not([src]), [onclick]")).isEmpty();
		assertThat(this.browser.open("/desk.css").response().header("Cache-Control")).startsWith("max-age=");
	}

	@Test
	@DisplayName("keeps the session from scripts and other sites")
	void cookies() {
		assertThat(visitor().open("/login").response().headers("Set-Cookie")).singleElement()
			.asString()
			.contains("JSESSIONID", "HttpOnly", "SameSite=Lax");
	}

	@Test
	@DisplayName("tells nothing of the workspace by its health")
	void health() {
		assertThat(visitor().open("/actuator/health").response().body()).doesNotContain("components", "http");
	}

	@Test
	@DisplayName("notes who has done what, on one line")
	void audit(CapturedOutput output) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ada", "secret"));
		try {
			this.audit.written(AuditAction.IMPORT_END, "i-1\nforged", Map.of("updated", 2, "created", 1));
		}
		finally {
			SecurityContextHolder.clearContext();
		}
		assertThat(output.getAll().lines().filter((line) -> line.contains("desk.audit"))).singleElement()
			.asString()
			.contains("INFO")
			.endsWith("user=ada action=import-end import=i-1_forged created=1 updated=2");
	}

	private int head(Browser browser, String path) throws IOException {
		return Jsoup.connect(this.address + path)
			.method(Connection.Method.HEAD)
			.header("Cookie", "JSESSIONID=" + session(browser))
			.ignoreHttpErrors(true)
			.ignoreContentType(true)
			.execute()
			.statusCode();
	}

	private static String session(Browser browser) {
		return browser.cookies()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("JSESSIONID"))
			.findFirst()
			.orElseThrow()
			.getValue();
	}

}

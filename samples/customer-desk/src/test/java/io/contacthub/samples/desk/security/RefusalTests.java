package io.contacthub.samples.desk.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that no browser makes by itself.
 */
@DisplayName("A request that nobody can read")
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests extends AbstractDeskTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@ValueSource(strings = { "/customers?q=%ff%fe", "/login?a=%ff", "/shop?a=%80", "/customers/%2e%2e/x",
			"/customers/a;b=c", "/customers//x" })
	@DisplayName("is refused, and neither cached nor framed")
	void addresses(String path, CapturedOutput output) throws Exception {
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create(this.address + path)).header("Accept", "text/html"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("This cannot be done");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).get().asString().contains("'self'");
		assertThat(answer.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(output).doesNotContain(" ERROR ", "Exception");
	}

	@ParameterizedTest
	@CsvSource({ "/login, 400", "/customers/new, 400", "/import, 400" })
	@DisplayName("is refused as a form of several parts without a boundary, too")
	void parts(String path, int status, CapturedOutput output) throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(this.address + path))
			.header("Content-Type", "multipart/form-data")
			.POST(HttpRequest.BodyPublishers.ofString("nothing")));
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(output).doesNotContain(" ERROR ", "Exception");
	}

	@Test
	@DisplayName("is not found where it asks for the page of errors")
	void error(CapturedOutput output) {
		assertThat(this.browser.open("/error").status()).isEqualTo(404);
		assertThat(this.browser.heading()).isEqualTo("Not found");
		assertThat(output).doesNotContain(" ERROR ", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere.css", "/favicon.ico", "/apple-touch-icon.png", "/robots.txt", "/export",
			"/import/1/refused.csv" })
	@DisplayName("is no place to go on from the login, if it is for a file")
	void files(String path) {
		Browser visitor = visitor().open("/customers?page=2");
		visitor.open(path).logIn("editor", "editor");
		assertThat(visitor.location()).isEqualTo("/customers?page=2");
	}

	@Test
	@DisplayName("is no place to go on from the login, if it is for a part of a page")
	void partsOfPages() throws Exception {
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create(this.address + "/customers")).header("Accept", "application/json"));
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}

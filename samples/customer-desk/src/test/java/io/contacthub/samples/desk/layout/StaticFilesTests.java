package io.contacthub.samples.desk.layout;

import java.util.List;

import io.contacthub.samples.desk.AbstractDeskTests;
import io.contacthub.samples.desk.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how pages and their files are sent.
 */
@DisplayName("What browsers load")
class StaticFilesTests extends AbstractDeskTests {

	@ParameterizedTest
	@ValueSource(strings = { "/customers?size=50", "/login", "/shop" })
	@DisplayName("is compressed, and kept for a year where its name tells what is in it")
	void files(String page) {
		Browser browser = page.startsWith("/customers") ? this.browser : visitor();
		assertThat(browser.open(page).response().header("Content-Encoding")).isEqualTo("gzip");
		assertThat(browser.response().header("Cache-Control")).contains("no-store");
		List<String> files = browser.page()
			.select("link[href], script[src]")
			.stream()
			.map((file) -> file.absUrl(file.hasAttr("href") ? "href" : "src"))
			.toList();
		assertThat(files).hasSizeBetween(5, 10);
		for (String file : files) {
			assertThat(file).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
			browser.open(file);
			assertThat(browser.status()).as(file).isEqualTo(200);
			assertThat(browser.response().header("Cache-Control")).contains("max-age=31536000", "public");
			if (file.contains("/desk-")) {
				assertThat(browser.response().header("Content-Encoding")).as(file).isEqualTo("gzip");
			}
		}
	}

	@Test
	@DisplayName("is of the shop in the shop, and of the desk at the desk")
	void styles() {
		assertThat(styles("/shop")).containsExactly("desk", "shop");
		assertThat(styles("/customers")).contains("desk", "find", "customer").doesNotContain("shop");
	}

	private List<String> styles(String page) {
		return this.browser.open(page)
			.page()
			.select("link[rel=stylesheet]")
			.stream()
			.map((Element link) -> link.attr("href").replaceAll("^/|-.*", ""))
			.toList();
	}

}

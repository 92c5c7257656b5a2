package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.time.Duration;

import io.contacthub.samples.desk.Browser;

import static org.awaitility.Awaitility.await;

/**
 * Base of the tests for the pages of imports.
 */
abstract class AbstractImportTests extends AbstractMoveTests {

	Browser upload(String name, String... lines) {
		return this.browser.open("/import")
			.upload("File", name, String.join("\n", lines) + "\n")
			.press("Upload and check");
	}

	Browser start(String mode) {
		return this.browser.check(mode, true).press("Import ");
	}

	/**
	 * Look at the page until the import is over.
	 */
	Browser awaitEnd() {
		String page = this.browser.location();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.browser.open(page).page().getElementById("import-end") != null);
		return this.browser;
	}

	/**
	 * Return how many rows became something.
	 */
	String count(String kind) {
		return this.browser.page()
			.select(".import-counts dt")
			.stream()
			.filter((term) -> term.text().equals(kind))
			.map((term) -> term.nextElementSibling().text())
			.findFirst()
			.orElse("none");
	}

	/**
	 * Return the file of the rows that were not imported.
	 */
	String refused() throws IOException, InterruptedException {
		return get(this.browser.page().select("a[href*=refused]").attr("href"), "en").body();
	}

}

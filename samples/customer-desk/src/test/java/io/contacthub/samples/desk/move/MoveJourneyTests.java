package io.contacthub.samples.desk.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.customer.CustomerRepository;
import io.contacthub.samples.desk.AbstractDeskBrowserTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The way of somebody who exports customers, changes the file and imports it again, in
 * Chromium.
 */
@DisplayName("Journey with files")
class MoveJourneyTests extends AbstractDeskBrowserTests {

	@TempDir
	private Path folder;

	@Autowired
	private CustomerRepository customers;

	@Autowired
	private ImportJobs jobs;

	@AfterEach
	void forget() {
		this.jobs.of("editor").forEach((job) -> {
			if (job.run() != null) {
				job.run().stop(StopReason.CANCELLED);
				await().until(() -> !job.isRunning());
			}
			this.jobs.discard(job);
		});
	}

	@Test
	@DisplayName("exports what is filtered, imports it with bad rows, and mends these")
	void exportsAndImports() throws Exception {
		download("/customers?tag=vip", "Export as CSV");
		List<String> lines = new ArrayList<>(Files.readAllLines(downloaded("customers-*.csv")));
		int exported = lines.size() - 1;
		assertThat(exported).isBetween(2, 199);
		lines.set(1, lines.get(1).replaceFirst("\\d{4}-\\d\\d-\\d\\d", "yesterday"));
		lines.set(2, lines.get(2).replaceFirst(",vip", ",vip|journey"));
		upload("people.csv", lines);
		awaitText(exported + " rows. 1 of them cannot be read and will be left out.");
		screenshot("import-checked");
		press("Import " + (exported - 1) + " row");
		awaitText("The import is done");
		assertThat(this.chromium.isFocused("#import-end")).isTrue();
		assertThat(text("New", "Changed", "Refused")).containsExactly("0", "1", "1");
		assertThat(text()).contains("Date of birth", "\u201cyesterday\u201d is no date");
		screenshot("import-report");
		download(this.chromium.location(), "Download 1 row");
		List<String> refused = Files.readAllLines(downloaded("people.refused.csv"));
		assertThat(refused).hasSize(2);
		upload("mended.csv", refused.stream().map((line) -> line.replace(",yesterday,", ",1980-02-03,")).toList());
		awaitText("1 row. All of them can be read.");
		press("Import 1 row");
		awaitText(" imported.");
		assertThat(this.chromium.messages()).isEmpty();
	}

	@Test
	@DisplayName("sees an import go on without loading the page again, and cancels it")
	void cancels() throws Exception {
		slow();
		uploadMany();
		press("Import 500 rows");
		this.chromium.awaitText("#import-job", "Import under way");
		this.chromium.execute("window.same = true");
		await().until(() -> done() > 0);
		long before = done();
		await().until(() -> done() > before);
		for (String scheme : List.of("light", "dark")) {
			this.chromium.look(scheme, 360, 800);
			assertThat((Long) this.chromium.execute("return document.documentElement.scrollWidth")).isEqualTo(360);
			assertThat(this.chromium.barriers()).isEmpty();
			screenshot("import-progress-" + scheme);
		}
		assertThat(this.chromium.execute("return window.same")).isEqualTo(true);
		follow("Import");
		follow("people.csv");
		awaitText("Import under way");
		press("Cancel the import");
		awaitText("The import was cancelled");
		assertThat(text()).contains("Not done", "Download ");
		this.emulator.index();
		assertThat(this.customers.count()).isBetween(201L, 699L);
	}

	@Test
	@DisplayName("goes without scripts, too")
	void goesWithoutScripts() throws Exception {
		withoutScripts();
		slow();
		uploadMany();
		press("Import 500 rows");
		awaitText("Import under way");
		await().until(() -> done() > 0);
		press("Cancel the import");
		awaitText("The import was cancelled");
	}

	private void slow() {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(100)));
	}

	private void uploadMany() throws IOException {
		upload("people.csv",
				Stream.concat(Stream.of("externalId"), Stream.iterate(1, (i) -> i + 1).limit(500).map((i) -> "X" + i))
					.toList());
		awaitText("500 rows. All of them can be read.");
	}

	private void upload(String name, List<String> lines) throws IOException {
		Path file = Files.write(this.folder.resolve(name), lines);
		open("/import");
		fill("File", file.toString());
		press("Upload and check");
	}

	private void download(String page, String link) {
		this.chromium.driver()
			.executeCdpCommand("Browser.setDownloadBehavior",
					Map.of("behavior", "allow", "downloadPath", this.folder.toString()));
		open(page);
		follow(link);
	}

	private Path downloaded(String name) {
		return await().until(() -> {
			try (var files = Files.newDirectoryStream(this.folder, name)) {
				var found = files.iterator();
				return found.hasNext() ? found.next() : null;
			}
		}, (file) -> file != null);
	}

	private long done() {
		Object done = this.chromium.execute("return document.querySelector('progress')?.value ?? 0");
		return ((Number) done).longValue();
	}

	private List<String> text(String... kinds) {
		return Stream.of(kinds)
			.map((kind) -> (String) this.chromium.execute(
					"return [...document.querySelectorAll('.import-counts dt')]"
							+ ".find((term) => term.textContent === arguments[0]).nextElementSibling.textContent",
					kind))
			.toList();
	}

}

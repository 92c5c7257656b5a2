package io.contacthub.samples.desk.move;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the pages on which files are uploaded and imports are looked at.
 */
@DisplayName("Pages of imports")
class ImportPageTests extends AbstractImportTests {

	@Autowired
	private ImportJobs jobs;

	@AfterEach
	void forget() {
		this.jobs.of("editor").stream().filter(ImportJob::isRunning).forEach((job) -> {
			job.run().stop(StopReason.CANCELLED);
			await().until(() -> !job.isRunning());
		});
		this.jobs.of("editor").forEach(this.jobs::discard);
	}

	@Test
	@DisplayName("explain an upload without a file")
	void explainsMissing() {
		this.browser.open("/import").press("Upload and check");
		assertThat(this.browser.status()).isEqualTo(422);
		assertThat(this.browser.error("file")).isEqualTo("Choose a file.");
		assertThat(this.browser.page().title()).startsWith("Error: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?file.x=1", "?file=1", "?file[a]=1", "?tooLarge=maybe", "?upload.file=1" })
	@DisplayName("open whatever else their address says")
	void openAlways(String query) {
		assertThat(this.browser.open("/import" + query).status()).isEqualTo(200);
	}

	@Test
	@DisplayName("explain an upload that has no file but a text")
	void explainsText() {
		String csrf = this.browser.open("/import").page().select("input[name=_csrf]").val();
		this.browser.post("/import", "_csrf", csrf, "file", "people.csv", "file.x", "1");
		assertThat(this.browser.error("file")).isEqualTo("Choose a file.");
	}

	@Test
	@DisplayName("explain a file that is empty, or of another type")
	void explainsFile() {
		this.browser.open("/import").upload("File", "people.csv", "").press("Upload and check");
		assertThat(this.browser.error("file")).isEqualTo("This file is empty. Choose another one.");
		upload("people.xlsx", "PK");
		assertThat(this.browser.error("file")).startsWith("Choose a file of CSV (.csv, .tsv, .txt)");
	}

	@Test
	@DisplayName("explain that a file is too large")
	void explainsSize() {
		this.browser.open("/import")
			.upload("File", "people.csv", "externalId\n" + "x".repeat(21 * 1024 * 1024))
			.press("Upload and check");
		assertThat(this.browser.error("file"))
			.isEqualTo("This file is larger than 20 MB. Divide it into several files, each with the first line.");
		this.browser.open("/import")
			.upload("File", "people.csv", "externalId\n" + "x".repeat(20 * 1024 * 1024))
			.press("Upload and check");
		assertThat(this.browser.error("file")).startsWith("This file is larger than 20 MB.");
		assertThat(this.jobs.of("editor")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Anna,Rossi,anna@example.com | looks like a row
			externalId,base.firstName   | The file has no rows
			Foo,Bar,Baz                 | none of the columns is read
			externalId,First name,base.firstName | is the same field as column
			""")
	@DisplayName("explain a first line that does not do")
	void explainsHeader(String header, String explanation) {
		upload("people.csv", header);
		assertThat(this.browser.page().select(".banner.bad").text()).contains(explanation).doesNotContain("upload,");
		assertThat(this.browser.text()).doesNotContain("Import 1 row");
	}

	@Test
	@DisplayName("explain a file that is no CSV at all")
	void explainsOther() {
		StringBuilder noise = new StringBuilder("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\u0001\0\0");
		IntStream.range(0, 5000).forEach((i) -> noise.append((char) (i * 31 % 256)));
		upload("picture.csv", noise.toString());
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.page().select(".banner.bad h2").text()).isNotEmpty();
		assertThat(this.browser.text()).doesNotContain("Import 1 row");
	}

	@Test
	@DisplayName("read a file of an older program in its encoding, and offer another one")
	void offersEncoding() throws Exception {
		String csrf = this.browser.open("/import").page().select("input[name=_csrf]").val();
		byte[] rows = "externalId;base.firstName;Gr\u00f6\u00dfe\nA1;Zo\u00eb;1\nA2;Ann;2\n"
			.getBytes(Charset.forName("windows-1252"));
		this.browser.open(location(csrf, rows));
		assertThat(this.browser.text()).contains("The file is not in UTF-8, and is read as Windows-1252.", "2 rows.");
		assertThat(this.browser.page().select(".import-rows td").eachText()).contains("Zo\u00eb");
		this.browser.fill("Encoding", "utf8").press("Check again");
		assertThat(this.browser.text()).contains("The encoding is another one", "0xF6 is no UTF-8");
		this.browser.fill("Encoding", "windows").press("Check again");
		assertThat(this.browser.text()).contains("All of them can be read.",
				"unless you assign them a field below: Gr\u00f6\u00dfe");
	}

	@Test
	@DisplayName("offer a choice where it is not clear what separates cells")
	void offersSeparator() {
		upload("people.csv", "externalId,Foo;Baz", "A1,x;y");
		assertThat(this.browser.page().select(".banner.bad").text())
			.contains("It is not clear what separates the cells");
		this.browser.fill("Between two cells", "comma").press("Check again");
		assertThat(this.browser.page().select(".import-rows thead th").eachText()).containsExactly("Line",
				"External id");
	}

	private String location(String csrf, byte[] file) throws Exception {
		String begin = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf
				+ "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"old.csv\"\r\n\r\n";
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + "/import"))
			.header("Cookie", cookies())
			.header("Content-Type", "multipart/form-data; boundary=b")
			.POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(begin.getBytes(StandardCharsets.UTF_8), file,
					"\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8))))
			.build();
		HttpResponse<String> answer = client().send(request, HttpResponse.BodyHandlers.ofString());
		return answer.headers().firstValue("Location").orElseThrow();
	}

	@Test
	@DisplayName("know columns by their names in each language, and have others assigned")
	void assignsColumns() {
		upload("people.csv", "Vorname;Cognome;Elektropost;Karte", "Anna;Rossi;anna@example.com;K1",
				"Bob;Bianchi;bob@example.com;K2");
		assertThat(this.browser.page().select("select[name=field] option[selected]").eachText())
			.containsExactly("First name", "Last name");
		assertThat(this.browser.text()).contains("unless you assign them a field below: Elektropost, Karte");
		assertThat(this.browser.page().select("details.card[open]")).hasSize(1);
		this.browser.fill("Karte", "externalId").fill("Elektropost", "base.contacts.email").press("Check again");
		assertThat(this.browser.page().select(".import-rows thead th").eachText()).containsExactly("Line", "First name",
				"Last name", "E-mail", "External id");
		this.browser.fill("Vorname", "base.lastName").press("Check again");
		assertThat(this.browser.text()).contains("Two columns were given the same field.");
		this.browser.fill("Vorname", "").press("Check again");
		start("Change only what differs");
		awaitEnd();
		this.emulator.index();
		assertThat(this.customers.findByExternalId("K2").orElseThrow().base()).satisfies((base) -> {
			assertThat(base.lastName()).isEqualTo("Bianchi");
			assertThat(base.firstName()).isNull();
		});
	}

	@Test
	@DisplayName("of one user are not visible to others, nor to readers")
	void hidesFromOthers() {
		upload("people.csv", "externalId", "A1");
		String page = this.browser.location();
		assertThat(as("reader").open(page).status()).isEqualTo(403);
		assertThat(as("reader").open("/import").status()).isEqualTo(403);
		String id = page.substring(page.lastIndexOf('/') + 1);
		assertThat(this.jobs.find("somebody", id)).isEmpty();
		assertThat(this.jobs.of("somebody")).isEmpty();
		assertThat(this.jobs.find("editor", id)).isPresent();
	}

	@Test
	@DisplayName("go to nowhere for an import that is not there, and have no file before there is one")
	void findsNothing() {
		assertThat(this.browser.open("/import/4711").status()).isEqualTo(404);
		upload("people.csv", "externalId", "A1");
		assertThat(this.browser.open(this.browser.location() + "/refused.csv").status()).isEqualTo(404);
	}

	@Test
	@DisplayName("forget a file that is discarded, or that another one takes the place of")
	void forgetsFiles() {
		upload("first.csv", "externalId", "A1");
		upload("second.csv", "externalId", "A1");
		assertThat(this.jobs.of("editor")).singleElement()
			.satisfies((job) -> assertThat(job.name()).isEqualTo("second.csv"));
		this.browser.press("Discard the file");
		assertThat(this.browser.text()).contains("second.csv was discarded.");
		assertThat(this.jobs.of("editor")).isEmpty();
	}

	@Test
	@DisplayName("show how far an import is, cancel it, and have the rest as a file")
	void cancels() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(100)));
		upload("people.csv", rows(400));
		start("Change them");
		String page = this.browser.location();
		assertThat(this.browser.page().select("noscript meta[http-equiv=refresh]").attr("content")).isEqualTo("2");
		assertThat(this.browser.page().select("#import-job").attr("hx-get")).isEqualTo(page);
		await().until(() -> Integer.parseInt(count("New")) == 0
				&& !this.browser.openPart(page).page().select("progress").attr("value").equals("0"));
		assertThat(this.browser.page().select("h1")).isEmpty();
		assertThat(this.browser.text()).contains("of 400 rows");
		this.browser.open("/import").upload("File", "other.csv", "externalId\nX\n").press("Upload and check");
		assertThat(this.browser.error("file")).startsWith("Another import of yours is still under way.");
		this.browser.open(page).press("Cancel the import");
		this.browser.open(page);
		awaitEnd();
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ZERO));
		assertThat(this.browser.text()).contains("The import was cancelled");
		int created = Integer.parseInt(count("New"));
		assertThat(created).isBetween(1, 399);
		assertThat(count("Not done")).isEqualTo(String.valueOf(400 - created));
		this.emulator.index();
		assertThat(this.customers.count()).isEqualTo(200 + created);
		upload("rest.csv", refused().stripTrailing());
		start("Leave them alone");
		awaitEnd();
		assertThat(count("New")).isEqualTo(String.valueOf(400 - created));
	}

	@Test
	@DisplayName("start an import once")
	void startsOnce() {
		upload("people.csv", "externalId", "A1");
		Browser other = as("editor").open(this.browser.location());
		start("Change them");
		awaitEnd();
		String report = this.browser.text();
		other.press("Import 1 row");
		assertThat(other.text()).isEqualTo(report);
		this.emulator.index();
		assertThat(this.customers.count()).isEqualTo(201);
	}

	private static String[] rows(int number) {
		return Stream.concat(Stream.of("externalId"), IntStream.range(0, number).mapToObj((i) -> "X" + i))
			.toArray(String[]::new);
	}

}

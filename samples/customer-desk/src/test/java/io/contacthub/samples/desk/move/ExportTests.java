package io.contacthub.samples.desk.move;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.customer.Customer;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.JsonLinesFormat;
import io.contacthub.format.Row;
import io.contacthub.query.Query;
import io.contacthub.samples.desk.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for files that customers are exported into.
 */
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Export")
class ExportTests extends AbstractMoveTests {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	@Test
	@DisplayName("has the customers that the filter finds, in columns that people can read")
	void exportsFiltered() throws Exception {
		HttpResponse<String> answer = get("/export?tag=vip", "en-GB");
		List<String> lines = answer.body().lines().toList();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
			.matches("attachment; filename=\"customers-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(lines.get(0)).startsWith(BYTE_ORDER_MARK + "ContactHub id,External id,Title,First name")
			.contains(",Date of birth,E-mail,", ",Tags,Automatic tags,Marketing by e-mail,");
		assertThat(lines).hasSize((int) this.customers.count(Query.where(TAGS.MANUAL.contains("vip"))) + 1);
		assertThat(lines.size()).isBetween(2, 200);
		assertThat(lines.subList(1, lines.size())).allSatisfy((line) -> assertThat(line).contains("vip"));
	}

	@Test
	@DisplayName("speaks the language of the reader, and separates cells as spreadsheets there expect it")
	void exportsInLanguage() throws Exception {
		assertThat(get("/export", "de-DE").body()).startsWith(BYTE_ORDER_MARK + "ContactHub-Id;Externe Id;")
			.contains(";Geburtsdatum;");
		assertThat(get("/export", "it").body()).contains(";Data di nascita;");
	}

	@Test
	@DisplayName("of JSON Lines has whole customers")
	void exportsWholeCustomers() throws Exception {
		HttpResponse<String> answer = get("/export?format=jsonl", "en");
		assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).endsWith(".jsonl\"");
		InputStream lines = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
		try (DocumentReader<Customer> rows = JsonLinesFormat.of(Customer.class).reader(lines, "the export")) {
			List<Customer> exported = rows.stream().map(Row::value).toList();
			assertThat(exported).hasSize(200);
			assertThat(exported.subList(0, 20))
				.allSatisfy((customer) -> assertThat(customer).isEqualTo(this.customers.getById(customer.id())));
		}
	}

	@Test
	@DisplayName("has texts that are no formulas for a spreadsheet")
	void escapesFormulas() throws Exception {
		this.customers.insert(Customer.builder()
			.externalId("formula")
			.base((base) -> base.firstName("=HYPERLINK(\"http://evil.example\")").lastName("@SUM(1)"))
			.build());
		this.emulator.index();
		assertThat(get("/export?q=formula", "en").body()).contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",",
				",'@SUM(1),");
	}

	@Test
	@DisplayName("has an empty cell for no tags")
	void exportsNoTags() throws Exception {
		this.customers.insert(Customer.builder()
			.externalId("untagged")
			.base((base) -> base.firstName("Ann"))
			.tags((tags) -> tags.manual(List.of()).auto(List.of()))
			.build());
		this.emulator.index();
		assertThat(get("/export?q=untagged", "en").body()).contains("untagged,,Ann").doesNotContain("[]");
	}

	@Test
	@DisplayName("of nobody has the names of the columns")
	void exportsNobody() throws Exception {
		assertThat(get("/export?city=Atlantis", "en").body().lines()).hasSize(1);
	}

	@Test
	@DisplayName("is not made for a filter that cannot be meant, which the list explains")
	void refusesFilter() throws Exception {
		HttpResponse<String> answer = get("/export?bornFrom=yesterday&tag=vip", "en");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse("")).contains("/customers?", "bornFrom=yesterday");
		assertThat(get("/export?format=exe", "en").statusCode()).isEqualTo(302);
		assertThat(get("/export?q=" + "x".repeat(6000), "en").statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("is for readers, too, and not for visitors; it is noted who made it")
	void isForReaders(CapturedOutput output) {
		assertThat(as("reader").open("/export?format=jsonl").status()).isEqualTo(200);
		assertThat(output).contains("user=reader action=export format=jsonl");
		assertThat(visitor().open("/export").location()).isEqualTo("/login");
	}

	@Test
	@DisplayName("that fails at its beginning is a page that says why")
	void tellsFailure() {
		this.emulator.switches(this.emulator.switches().withFailureRate(1));
		Browser page = this.browser.open("/export");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.response().header("Content-Disposition")).isNull();
		assertThat(page.text()).contains("ContactHub is not available");
	}

	@Test
	@DisplayName("that fails on its way is cut, so that nobody takes it for a whole one")
	void cutsFailure() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(300)));
		HttpResponse<InputStream> answer = client().send(request("/export", "en"),
				HttpResponse.BodyHandlers.ofInputStream());
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
			assertThat(lines.readLine()).contains("First name");
			this.emulator.switches(this.emulator.switches().withFailureRate(1));
			assertThatIOException().isThrownBy(() -> {
				for (String line = lines.readLine(); line != null; line = lines.readLine()) {
					assertThat(line).doesNotContain("<html", "{");
				}
			});
		}
	}

	@Test
	@DisplayName("asks ContactHub no faster than it is downloaded, in memory that does not grow")
	void streams() throws Exception {
		this.emulator.populate(10_000);
		this.emulator.wireMock().resetRequests();
		URI desk = URI.create(this.address);
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(8192);
			socket.connect(new InetSocketAddress(desk.getHost(), desk.getPort()));
			OutputStream output = socket.getOutputStream();
			output.write(("GET /export?format=jsonl HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies() + "\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8));
			output.flush();
			assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
				.isEqualTo("HTTP/1.1 200");
			AtomicLong asked = new AtomicLong();
			await().atMost(Duration.ofSeconds(30))
				.during(Duration.ofMillis(500))
				.until(() -> asked.getAndSet(pages()) == asked.get());
			assertThat(asked.get()).isBetween(1L, 180L);
		}
	}

	private long pages() {
		return this.emulator.wireMock().find(WireMock.getRequestedFor(urlPathMatching(".*/customers"))).size();
	}

}

package io.contacthub.samples.desk.move;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.contacthub.customer.Customer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what becomes of the rows of a file that is imported.
 */
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Import")
class ImportTests extends AbstractImportTests {

	private static final String HEADER = "externalId,base.firstName,base.dob,base.contacts.email";

	@Test
	@DisplayName("shows what a file holds before anything is sent")
	void previews() {
		upload("people.csv", HEADER, "A1,Ann,1980-02-03,ann@example.com", "A2,Bob,03/02/1980,bob@example.com",
				"A3,Cid");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.heading()).isEqualTo("Import of people.csv");
		assertThat(this.browser.text()).contains("3 rows. 2 of them cannot be read and will be left out.",
				"Nothing has been sent yet.", "Import 1 row");
		assertThat(this.browser.page().select(".import-rows th").eachText()).containsExactly("Line", "External id",
				"First name", "Date of birth", "E-mail", "2");
		assertThat(this.browser.page().select(".import-rows td").eachText()).containsExactly("A1", "Ann", "1980-02-03",
				"ann@example.com");
		assertThat(problems()).containsExactly(
				"3 Date of birth \u201c03/02/1980\u201d is no date that can be read: write 1980-02-03, or say how dates are written"
						+ " Details '03/02/1980' is no date: write year-month-day, such as 1980-02-03",
				"4 – the row has 2 cells, the first line 4 Details has 2 cells, the header 4");
		this.emulator.wireMock().verifyThat(0, postRequestedFor(urlPathMatching(".*/customers")));
	}

	@Test
	@DisplayName("adds new customers, changes what differs and leaves alone who is as the file says")
	void sendsChanges() {
		this.customers.insert(ann("Ann"));
		this.customers.insert(Customer.builder().externalId("A2").base((base) -> base.firstName("Rob")).build());
		this.emulator.index();
		upload("people.csv", "externalId,base.firstName,base.lastName", "A1,Ann,", "A2,Bob,Bee", "A3,Cid,Sea");
		this.emulator.wireMock().resetRequests();
		start("Change only what differs");
		awaitEnd();
		assertThat(this.browser.text()).contains("The import is done", "3 of 3 rows imported.");
		assertThat(counts("New", "Changed", "Unchanged", "Refused")).containsExactly("1", "1", "1", "0");
		this.emulator.wireMock().verifyThat(1, postRequestedFor(urlPathMatching(".*/customers")));
		this.emulator.wireMock().verifyThat(1, patchRequestedFor(urlPathMatching(".*")));
		this.emulator.index();
		assertThat(this.customers.findByExternalId("A2").orElseThrow().base().lastName()).isEqualTo("Bee");
		assertThat(this.customers.findByExternalId("A1").orElseThrow().base().contacts().email())
			.isEqualTo("ann@example.com");
	}

	@Test
	@DisplayName("changes customers that are there without a look, if that is chosen")
	void upserts() {
		String id = this.customers.insert(ann("Old")).id();
		upload("people.csv", "base.contacts.email,base.firstName", "ann@example.com,Ann", "bob@example.com,Bob");
		start("Change them");
		awaitEnd();
		assertThat(counts("New", "Changed", "Unchanged")).containsExactly("1", "1", "none");
		assertThat(this.customers.getById(id).base().firstName()).isEqualTo("Ann");
	}

	@Test
	@DisplayName("leaves alone who is there, if that is chosen, and leads to them")
	void inserts() throws Exception {
		String id = this.customers.insert(ann("Old")).id();
		upload("people.csv", "base.contacts.email,base.firstName", "ann@example.com,Ann", "bob@example.com,Bob");
		start("Leave them alone");
		awaitEnd();
		assertThat(counts("New", "Refused")).containsExactly("1", "1");
		assertThat(problems()).containsExactly("2 – there is such a customer already Open the existing customer");
		assertThat(refused()).contains("2,there is such a customer already: " + id + ",ann@");
		assertThat(this.browser.page().select(".import-problems a").attr("href")).isEqualTo("/customers/" + id);
		assertThat(this.customers.getById(id).base().firstName()).isEqualTo("Old");
	}

	@Test
	@DisplayName("reports each bad row with line, field and reason, in a file that is imported once it is corrected")
	void reportsBadRows() throws Exception {
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).withRequestBody(containing("1080-01-01"))
				.willReturn(WireMock.badRequest()
					.withHeader("Content-Type", "application/json")
					.withBody("{\"message\":\"no\",\"errors\":[{\"message\":\"too old\",\"path\":\"/base/dob\"}]}")));
		upload("people.csv", HEADER, "A1,Ann,1980-02-03,ann@example.com", "A2,Bob,03/02/1980,bob@example.com", "A3,Cid",
				"A1,Dot,1990-01-01,", "\"A5\",Eve,1080-01-01,");
		start("Change only what differs");
		awaitEnd();
		assertThat(this.browser.text()).contains("1 of 5 rows imported, 4 refused.");
		assertThat(counts("New", "Refused")).containsExactly("1", "4");
		assertThat(problems()).satisfiesExactly(
				(bob) -> assertThat(bob).startsWith("3 Date of birth \u201c03/02/1980\u201d is no date"),
				(cid) -> assertThat(cid).startsWith("4 – the row has 2 cells, the first line 4"),
				(dot) -> assertThat(dot).startsWith("5 External id \u201cA1\u201d is in line 2 already"),
				(eve) -> assertThat(eve).isEqualTo("6 Date of birth refused by ContactHub Details too old"));
		String refused = refused();
		assertThat(refused.lines()).hasSize(5)
			.contains("#line,#reason," + HEADER,
					"6,Date of birth: refused by ContactHub: too old,\"A5\",Eve,1080-01-01,")
			.anyMatch((line) -> line.startsWith("3,\"Date of birth: \u201c03/02/1980\u201d is no date"));
		String corrected = refused.replace("03/02/1980", "1980-02-03")
			.replace("A3,Cid", "A3,Cid,,")
			.replace("A1,Dot", "A4,Dot")
			.replace("1080", "1980");
		upload("people.refused.csv", corrected);
		assertThat(this.browser.text()).contains("4 rows. All of them can be read.");
		start("Change only what differs");
		awaitEnd();
		assertThat(counts("New", "Refused")).containsExactly("4", "0");
		this.emulator.index();
		assertThat(Stream.of("A1", "A2", "A3", "A4", "A5").map(this.customers::findByExternalId))
			.allMatch(Optional::isPresent);
	}

	@Test
	@DisplayName("tells rows that may have been stored from those that were not imported, each with a file of its own")
	void tellsUnknown() throws Exception {
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).withRequestBody(containing("A2"))
				.willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
		upload("people.csv", HEADER, "A1,Ann,1980-02-03,ann@example.com", "A2,Bob,1980-02-03,bob@example.com",
				"A3,Cid");
		start("Leave them alone");
		awaitEnd();
		assertThat(this.browser.text()).contains("1 of 3 rows imported, 1 refused. Of 1 row it is not known.",
				"Rows that may have been stored", "choose \u201cChange only what differs\u201d");
		assertThat(counts("New", "Refused", "Not known")).containsExactly("1", "1", "1");
		assertThat(refused()).contains("A3,Cid").doesNotContain("A2,Bob");
		String unknown = get(this.browser.page().select("a[href*=/unknown.]").attr("href"), "en").body();
		assertThat(unknown.lines()).hasSize(2)
			.anyMatch((line) -> line.startsWith("3,") && line.endsWith("A2,Bob,1980-02-03,bob@example.com"));
	}

	@Test
	@DisplayName("warns of rows that may have been stored and that nothing tells when they are sent again")
	void warnsOfTwins() {
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers"))
				.willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
		upload("people.csv", "base.firstName", "Ann");
		start("Change them");
		awaitEnd();
		assertThat(this.browser.text()).contains("importing them again may add some twice");
		assertThat(this.browser.page().select("a[href*=/unknown.]")).hasSize(1);
		assertThat(this.browser.page().select("a[href*=/refused.]")).isEmpty();
	}

	@Test
	@DisplayName("takes the export of the desk, in any language, and finds nothing to change")
	void takesExport() throws Exception {
		String exported = get("/export", "it").body();
		assertThat(exported).contains(";Nome;");
		upload("clienti.csv", exported.stripTrailing());
		assertThat(this.browser.page().select(".import-rows th").eachText()).contains("First name", "E-mail");
		start("Change only what differs");
		awaitEnd();
		assertThat(counts("New", "Changed", "Unchanged", "Refused")).containsExactly("0", "0", "200", "0");
		upload("clienti.csv", exported.stripTrailing());
		start("Change them");
		awaitEnd();
		assertThat(counts("New", "Changed", "Refused")).containsExactly("0", "200", "0");
	}

	@Test
	@DisplayName("takes dates as people write them, in the order that they show, and as it is said where they show none")
	void takesDays() {
		upload("people.csv", "Kundennummer;Geburtstag", "A1;31.12.1980", "A2;3.2.1981", "A3;1982-02-03");
		assertThat(this.browser.text()).contains("All of them can be read.",
				"Dates of birth are read as day, month, year");
		assertThat(this.browser.page().select(".import-rows td").eachText()).containsExactly("A1", "1980-12-31", "A2",
				"1981-02-03", "A3", "1982-02-03");
		start("Change only what differs");
		awaitEnd();
		this.emulator.index();
		assertThat(this.customers.findByExternalId("A2").orElseThrow().base().dob()).hasToString("1981-02-03");
		upload("people.csv", "Customer number,Birthday", "A1,03/02/1980");
		assertThat(this.browser.text()).contains("Some dates, such as 03/02/1980, can be meant in two ways.");
		this.browser.fill("Dates of birth", "month").press("Check again");
		assertThat(this.browser.page().select(".import-rows td").eachText()).containsExactly("A1", "1980-03-02");
		this.browser.fill("Dates of birth", "day").press("Check again");
		assertThat(this.browser.page().select(".import-rows td").eachText()).containsExactly("A1", "1980-02-03");
	}

	@Test
	@DisplayName("takes JSON Lines")
	void takesJsonLines() throws Exception {
		upload("people.jsonl", "{\"externalId\":\"A1\",\"base\":{\"firstName\":\"Ann\"}}", "{]",
				"{\"externalId\":\"A3\",\"base\":{\"firstName\":\"Cid\"}}");
		assertThat(this.browser.page().select(".import-rows thead th").eachText()).containsExactly("Line",
				"External id", "First name");
		start("Change only what differs");
		awaitEnd();
		assertThat(counts("New", "Refused")).containsExactly("2", "1");
		assertThat(refused()).contains("# line 2: cannot be read: ", "{]");
		this.emulator.index();
		assertThat(this.customers.findByExternalId("A3").orElseThrow().base().firstName()).isEqualTo("Cid");
	}

	@Test
	@DisplayName("notes who did it, and not what it holds")
	void notes(CapturedOutput output) {
		upload("people.csv", HEADER, "A1,Ann,1980-02-03,ann@example.com");
		start("Change only what differs");
		awaitEnd();
		await().untilAsserted(
				() -> assertThat(output).contains("user=editor action=import-start import=", " created=1 updated=0"));
		assertThat(output).doesNotContain("ann@example.com", "people.csv");
	}

	@Test
	@DisplayName("ends when the first hundred rows are refused")
	void endsHopeless() throws Exception {
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).willReturn(WireMock.badRequest()
				.withHeader("Content-Type", "application/json")
				.withBody("{\"message\":\"no\"}")));
		upload("people.csv", Stream.concat(Stream.of("externalId"), IntStream.range(0, 2000).mapToObj((i) -> "X" + i))
			.toArray(String[]::new));
		start("Change only what differs");
		awaitEnd();
		assertThat(this.browser.text()).contains("The first 100 rows were all refused", "These are the first 100 of ");
		assertThat(refused().lines()).hasSize(2001);
	}

	private List<String> problems() {
		return this.browser.page().select(".import-problems tbody tr").eachText();
	}

	private List<String> counts(String... kinds) {
		return Stream.of(kinds).map(this::count).toList();
	}

	private static Customer ann(String name) {
		return Customer.builder()
			.externalId("A1")
			.base((base) -> base.firstName(name).contacts((contacts) -> contacts.email("ann@example.com")))
			.build();
	}

}

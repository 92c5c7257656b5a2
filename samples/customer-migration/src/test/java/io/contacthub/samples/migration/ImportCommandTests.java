package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.contacthub.customer.CustomerFields.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@code import}.
 */
@DisplayName("import")
class ImportCommandTests {

	private final ContactHubEmulator emulator = ContactHubEmulator.start();

	private final Node node = InProcess.node(this.emulator);

	private final InProcess command = new InProcess(this.node);

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("stores new customers and changes those that are there")
	void upserts() throws Exception {
		this.node.customers().insert(ann("old"));
		Path file = csv("externalId,base.firstName,base.contacts.email", "A1,Ann,ann@example.com",
				"A2,Bob,bob@example.com");
		assertThat(this.command.call("import", file)).isZero();
		assertThat(this.command.err()).startsWith("customers.csv: 2 rows: 1 created, 1 updated, in 0:0")
			.hasLineCount(1);
		assertThat(this.node.customers().count()).isEqualTo(2);
		assertThat(this.node.customers().findByExternalId("A1").orElseThrow().base().firstName()).isEqualTo("Ann");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.{json,refused.csv}");
	}

	@Test
	@DisplayName("writes what it refuses, and what ContactHub refuses, to a file that is imported once it is mended")
	void reportsRefusals() throws Exception {
		Path file = csv("externalId;base.firstName;base.dob;base.timezone", "A1;Ann;1980-02-03;Europe/Rome",
				"A2;Bob;03/02/1980;Europe/Rome", "A3;Cid", "A1;Dot;1990-01-01;");
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).withRequestBody(WireMock.containing("Eve"))
				.willReturn(WireMock.badRequest()
					.withHeader("Content-Type", "application/json")
					.withBody("{\"message\":\"no\",\"errors\":[{\"message\":\"too old\",\"path\":\"/base/dob\"}]}")));
		Files.writeString(file, Files.readString(file) + "\"A5\";\"Eve\";1080-01-01;\n");
		assertThat(this.command.call("import", file)).isEqualTo(1);
		assertThat(this.command.err()).contains("customers.csv: 5 rows: 1 created, 4 refused", "customers.refused.csv");
		Path refused = this.folder.resolve("customers.refused.csv");
		assertThat(Files.readAllLines(refused)).satisfiesExactly(
				(header) -> assertThat(header)
					.isEqualTo("#line;#reason;externalId;base.firstName;base.dob;base.timezone"),
				(bob) -> assertThat(bob).isEqualTo(
						"3;column 'base.dob': '03/02/1980' is no date: write year-month-day, such as 1980-02-03;A2;Bob;03/02/1980;Europe/Rome"),
				(cid) -> assertThat(cid).startsWith("4;").contains("has 2 cells, the header 4").endsWith(";A3;Cid"),
				(dot) -> assertThat(dot).startsWith("5;").contains("externalId 'A1' is in line 2 already"),
				(eve) -> assertThat(eve).startsWith("6;base.dob: too old (POST /customers failed: status 400")
					.endsWith(";\"A5\";\"Eve\";1080-01-01;"));
		Files.writeString(refused,
				Files.readString(refused)
					.replace("03/02/1980", "1980-02-03")
					.replaceAll("A3;Cid", "A3;Cid;;")
					.replace("A1;Dot", "A4;Dot")
					.replace("Eve", "Eva"));
		assertThat(this.command.call("import", refused)).isZero();
		assertThat(this.node.customers().count()).isEqualTo(5);
	}

	@Test
	@DisplayName("leaves alone who is as the file says")
	void leavesAlone() throws Exception {
		Path file = csv("externalId,base.firstName,tags.manual", "A1,Ann,a|b", "A2,Bob,c");
		assertThat(this.command.call("import", file)).isZero();
		this.node.customers()
			.patch(this.node.customers().findByExternalId("A2").orElseThrow().id(),
					(patch) -> patch.set(BASE.LAST_NAME, "Bee").set(BASE.FIRST_NAME, "B"));
		this.emulator.wireMock().resetRequests();
		assertThat(this.command.call("import", file, "--only-changes")).isZero();
		assertThat(this.command.err()).startsWith("customers.csv: 2 rows: 1 updated, 1 unchanged");
		this.emulator.wireMock().verifyThat(0, postRequestedFor(anyUrl()));
		this.emulator.wireMock().verifyThat(1, patchRequestedFor(anyUrl()));
		assertThat(this.node.customers().findByExternalId("A2").orElseThrow().base().lastName()).isEqualTo("Bee");
	}

	@Test
	@DisplayName("refuses who is there already, when all are to be new")
	void inserts() throws Exception {
		this.node.customers().insert(ann("Ann"));
		Path file = csv("externalId,base.contacts.email", "A1,ann@example.com", "A2,bob@example.com");
		assertThat(this.command.call("import", file, "--mode=insert")).isEqualTo(1);
		assertThat(this.command.err()).startsWith("customers.csv: 2 rows: 1 created, 1 refused");
	}

	@Test
	@DisplayName("changes customers by their ids, and clears what is blank if that is meant")
	void patches() throws Exception {
		String id = this.node.customers().insert(ann("Ann")).id();
		Path file = csv("id,base.firstName,base.contacts.email", id + ",,anna@example.com", ",Bob,bob@example.com");
		assertThat(this.command.call("import", file, "--mode=patch", "--blanks=clear")).isEqualTo(1);
		assertThat(this.command.err()).startsWith("customers.csv: 2 rows: 1 updated, 1 refused");
		assertThat(this.folder.resolve("customers.refused.csv")).content()
			.contains("3,has no id: a patch needs that of the customer,,Bob");
		Customer ann = this.node.customers().getById(id);
		assertThat(ann.base().firstName()).isNull();
		assertThat(ann.base().contacts().email()).isEqualTo("anna@example.com");
		assertThat(ann.externalId()).isEqualTo("A1");
	}

	@Test
	@DisplayName("sends nothing in a dry run, and refuses the same rows")
	void runsDry() throws Exception {
		Path file = csv("externalId,base.dob", "A1,1980-02-03", "A2,yesterday");
		this.emulator.wireMock().resetRequests();
		assertThat(this.command.call("import", file, "--dry-run")).isEqualTo(1);
		Path refused = this.folder.resolve("customers.dry-run.refused.csv");
		assertThat(this.command.err()).isEqualTo(
				"customers.csv: 1 row would be sent, 1 would be refused: see " + refused + ". Nothing was sent.\n");
		this.emulator.wireMock().verifyThat(0, anyRequestedFor(anyUrl()));
		assertThat(refused).content().contains("yesterday");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.json");
		assertThat(this.command.call("import", file)).isEqualTo(1);
		assertThat(this.folder.resolve("customers.refused.csv")).hasSameBinaryContentAs(refused);
		csv("externalId,base.dob", "A1,1980-02-03");
		assertThat(this.command.call("import", file, "--dry-run")).isZero();
		assertThat(refused).doesNotExist();
		assertThat(this.folder.resolve("customers.refused.csv")).exists();
	}

	@Test
	@DisplayName("replaces what is named to take the refused rows in a dry run neither")
	void keepsRefusedRowsInDryRun() throws Exception {
		Path named = Files.writeString(this.folder.resolve("named.csv"), "mended");
		assertThat(this.command.call("import", csv("externalId", "A1"), "--dry-run", "--refused=" + named))
			.isEqualTo(2);
		assertThat(named).hasContent("mended");
	}

	@Test
	@DisplayName("says in a dry run that is interrupted how far it has come")
	void interruptsDryRun() throws Exception {
		Path file = csv("externalId", "A1", "A2");
		Thread signal = new Thread(() -> this.command.interruption().request());
		signal.start();
		await().until(() -> this.command.interruption().isRequested());
		assertThat(this.command.call("import", file, "--dry-run")).isEqualTo(130);
		this.command.interruption().finished();
		assertThat(this.command.err()).startsWith("Stopped after line ")
			.endsWith(": up to there 0 rows would be sent, 0 would be refused. The rest was not checked. "
					+ "Nothing was sent.\n");
	}

	@Test
	@DisplayName("keeps apart what it refuses of a file and of its compressed copy")
	void keepsApartCompressed() {
		assertThat(Stream.of("all.csv", "all.csv.gz", "all", "all.gz", "all.jsonl.gz")
			.map((name) -> RefusedFile.beside(Path.of(name)).toString())).containsExactly("all.refused.csv",
					"all.gz.refused.csv", "all.refused", "all.gz.refused", "all.gz.refused.jsonl");
	}

	@Test
	@DisplayName("does not replace the refused rows of an earlier import unasked")
	void keepsRefusedRows() throws Exception {
		Path file = csv("externalId", "A1");
		Path refused = Files.writeString(this.folder.resolve("customers.refused.csv"), "mended");
		assertThat(this.command.call("import", file)).isEqualTo(2);
		assertThat(this.command.err()).contains("customers.refused.csv is there already", "--overwrite", "--refused");
		assertThat(refused).hasContent("mended");
		assertThat(this.command.call("import", file, "--overwrite")).isZero();
		assertThat(refused).doesNotExist();
	}

	@Test
	@DisplayName("stops when the first hundred rows are all refused")
	void stopsWhenAllAreRefused() throws Exception {
		this.emulator.wireMock()
			.register(post(urlPathMatching(".*/customers")).willReturn(WireMock.badRequest()
				.withHeader("Content-Type", "application/json")
				.withBody("{\"message\":\"no\"}")));
		assertThat(this.command.call("import", numbered(1000))).isEqualTo(4);
		assertThat(this.command.err()).contains(
				"Too many rows were refused: all of the first 100; --max-refused=<number> allows more. See ",
				"--resume");
		int posts = this.emulator.wireMock().find(postRequestedFor(anyUrl())).size();
		assertThat(posts).isBetween(100, 200);
		assertThat(Files.readAllLines(this.folder.resolve("customers.refused.csv"))).hasSize(posts + 1)
			.allSatisfy((row) -> assertThat(row).matches("#line.*|\\d+,\"?no \\(POST .*"));
	}

	@Test
	@DisplayName("stops when the token is refused, and goes on when it is mended, without a row twice or missing")
	void stopsWhenTokenIsRefused() throws Exception {
		this.emulator.wireMock().register(post(urlPathMatching(".*/customers")).willReturn(WireMock.unauthorized()));
		Path file = numbered(100);
		assertThat(this.command.call("import", file)).isEqualTo(4);
		assertThat(this.command.err())
			.startsWith("ContactHub refuses the token (401): check CONTACTHUB_TOKEN. Nothing was stored.\n")
			.contains("Stopped after line ", "go on with: customer-migration import ", " --resume", "status 401");
		this.emulator.wireMock().removeMappings();
		assertThat(this.command.call("import", file, "--resume")).isZero();
		assertThat(this.command.err()).contains("100 rows: 100 created");
		assertThat(this.node.customers().count()).isEqualTo(100);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--events --mode=insert        | --mode, --only-changes and --blanks are for customers
			--events --only-changes       | --mode, --only-changes and --blanks are for customers
			--blanks=clear                | --blanks=clear needs --mode=patch
			--mode=insert --only-changes  | --only-changes is for customers that may be there
			--resume --restart            | --resume or --restart, not both
			--resume                      | There is nothing to resume
			--concurrency=0               | --concurrency is from 1 to 1000
			--mode=merge                  | Invalid value for option '--mode'
			--charset=klingon             | --charset=klingon is not known: windows-1252, for example.
			--charset=a/b                 | --charset=a/b is not known: windows-1252, for example.
			--mode=patch                  | --mode=patch needs a column id.
			--mode=patch --dry-run        | --mode=patch needs a column id.
			--column=E-Mail=base.contacts.mail | --column E-Mail=base.contacts.mail: base.contacts.mail is no field
			--column=mail=                | --column mail=: path is blank
			--index-lag=soon              | --index-lag
			--column=externalId           | --column
			""")
	@DisplayName("says in a few lines which option is wrong, and sends nothing")
	void refusesOptions(String options, String message) throws Exception {
		Object[] arguments = Stream.concat(Stream.of("import", csv("externalId", "A1")), Stream.of(options.split(" ")))
			.toArray();
		assertThat(new InProcess(null).call(arguments)).isEqualTo(2);
		InProcess unconnected = new InProcess(null);
		unconnected.call(arguments);
		assertThat(unconnected.err()).contains(message);
		assertThat(unconnected.err().lines()).hasSizeLessThan(4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			none.csv       |                            | none.csv
			empty.csv      | ''                         | is empty
			columns.csv    | externalId,email           | : --column email=base.contacts.email or --ignore email
			columns.csv    | externalId,my mail         | or --ignore 'my mail'
			columns.csv    | externalId,Qwertzuiop      | : --column 'Qwertzuiop=<field>' or --ignore Qwertzuiop
			tie.csv        | a;b,c                      | --separator
			twice.csv      | externalId,externalId      | externalId
			""")
	@DisplayName("says why a file cannot be read at all, and sends nothing")
	void refusesFiles(String name, String content, String message) throws Exception {
		Path file = this.folder.resolve(name);
		if (content != null) {
			Files.writeString(file, content);
		}
		assertThat(this.command.call("import", file)).isEqualTo(3);
		assertThat(this.command.err()).contains(message).hasLineCount(1);
		assertThat(this.folder).isDirectoryNotContaining("glob:**.{json,refused.csv}");
	}

	@ParameterizedTest
	@CsvSource({ "'externalId,Caf\u00e9', customers.csv, true",
			"'{\"externalId\": \"Caf\u00e9\"}', customers.jsonl, false" })
	@DisplayName("names --charset where a charset can be given")
	void namesCharset(String line, String name, boolean named) throws Exception {
		Path file = this.folder.resolve(name);
		Files.write(file, (line + "\n").repeat(200).getBytes("windows-1252"));
		assertThat(this.command.call("import", file)).isNotZero();
		assertThat(this.command.err().contains(": --charset=windows-1252 for example")).isEqualTo(named);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--ignore=foo                          | there is no column 'foo' for --ignore foo
			--ignore=externalId --ignore=mail     | there is no column 'mail' for --ignore mail
			--column=mail=base.contacts.email     | there is no column 'mail' for --column mail=base.contacts.email
			""")
	@DisplayName("says which option is about a column that the file has not")
	void refusesMissingColumns(String options, String message) throws Exception {
		Path file = csv("externalId,base.firstName", "A1,Ann");
		assertThat(this.command.call(Stream.concat(Stream.of("import", file), Stream.of(options.split(" "))).toArray()))
			.isEqualTo(3);
		assertThat(this.command.err()).contains(message).hasLineCount(1);
	}

	@Test
	@DisplayName("leaves out the columns that are to be ignored")
	void ignoresColumns() throws Exception {
		Path file = csv("externalId,shoe size,base.firstName,id", "A1,44,Ann,none");
		assertThat(this.command.call("import", file, "--ignore=shoe size", "--ignore=id")).isZero();
		assertThat(this.node.customers().findByExternalId("A1").orElseThrow().base().firstName()).isEqualTo("Ann");
	}

	@Test
	@DisplayName("checks in a dry run for the mode that is meant: a patch needs an id in each row")
	void runsDryForMode() throws Exception {
		Path file = Files.writeString(this.folder.resolve("customers.jsonl"),
				"{\"id\":\"i1\",\"externalId\":\"A1\"}\n{\"externalId\":\"A2\"}\n");
		assertThat(this.command.call("import", file, "--dry-run")).isZero();
		assertThat(this.command.call("import", file, "--dry-run", "--mode=patch")).isEqualTo(1);
		assertThat(this.command.err()).contains("1 row would be sent, 1 would be refused");
		assertThat(this.folder.resolve("customers.dry-run.refused.jsonl")).content()
			.contains("has no id: a patch needs that of the customer", "A2")
			.doesNotContain("i1");
	}

	@ParameterizedTest
	@CsvSource({ "-, 'import needs a file: it goes on where it was stopped, which a pipe cannot.'",
			"customers.xlsx, 'customers.xlsx is a spreadsheet: save it as CSV UTF-8, and give that file.'",
			"customers.ODS, save it as CSV UTF-8" })
	@DisplayName("says what to give in place of what is no file that it reads")
	void refusesOtherInput(String file, String message) {
		assertThat(this.command.call("import", file)).isEqualTo(2);
		assertThat(this.command.err()).contains(message).hasLineCount(1);
	}

	@Test
	@DisplayName("refuses another encoding, and reads it when it is told")
	void readsEncodings() throws Exception {
		Path file = this.folder.resolve("customers.csv");
		Files.write(file, "externalId,base.firstName\nA1,Ren\u00e9\nA2,Ann\n".getBytes("windows-1252"));
		assertThat(this.command.call("import", file, "--dry-run")).isEqualTo(1);
		assertThat(this.folder.resolve("customers.dry-run.refused.csv")).content(StandardCharsets.ISO_8859_1)
			.contains("2,", "is no UTF-8");
		assertThat(this.command.call("import", file, "--charset=windows-1252")).isZero();
		assertThat(this.node.customers().findByExternalId("A1").orElseThrow().base().firstName())
			.isEqualTo("Ren\u00e9");
		Files.write(file, "externalId\nA3\n".getBytes("UTF-16"));
		assertThat(this.command.call("import", file)).isEqualTo(3);
		assertThat(this.command.err()).contains("UTF-16");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("stops when the disk is full, shows the rows that are reported nowhere, and meets them again")
	void stopsAtFullDisk() throws Exception {
		Path file = csv("externalId,base.dob", "A1,1980-02-03", "A2,yesterday", "A3,1980-02-03", "A4,today",
				"A5,1980-02-03");
		Path full = Files.createSymbolicLink(this.folder.resolve("full.csv"), Path.of("/dev/full"));
		assertThat(this.command.call("import", file, "--refused=" + full)).isEqualTo(5);
		assertThat(this.command.err()).contains("line 3: column 'base.dob': 'yesterday' is no date",
				"line 5: column 'base.dob': 'today' is no date", "full.csv cannot be written (No space left on device)",
				"--resume");
		Files.delete(full);
		assertThat(this.command.call("import", file, "--refused=" + full, "--resume", "--index-lag=0s")).isEqualTo(1);
		assertThat(this.command.err()).contains("5 rows: 3 created, 2 refused");
		assertThat(Files.readAllLines(full)).hasSize(3);
		assertThat(this.node.customers().count()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/full", "none/refused.csv" })
	@EnabledOnOs(OS.LINUX)
	@DisplayName("says in a dry run that the report cannot be written")
	void tellsUnwritableReport(String refused) throws Exception {
		assertThat(this.command.call("import", csv("externalId,base.dob", "A1,now"), "--dry-run",
				"--refused=" + (refused.startsWith("/") ? refused : this.folder.resolve(refused))))
			.isEqualTo(5);
		assertThat(this.command.err()).contains(refused + " cannot be written (").hasLineCount(1);
	}

	private static Customer ann(String firstName) {
		return Customer.builder()
			.externalId("A1")
			.base((base) -> base.firstName(firstName).contacts((contacts) -> contacts.email("ann@example.com")))
			.build();
	}

	private Path numbered(int rows) throws IOException {
		return csv("externalId", IntStream.rangeClosed(1, rows).mapToObj((row) -> "N" + row).toArray(String[]::new));
	}

	private Path csv(String header, String... rows) throws IOException {
		return Files.write(this.folder.resolve("customers.csv"),
				Stream.concat(Stream.of(header), Stream.of(rows)).toList());
	}

}

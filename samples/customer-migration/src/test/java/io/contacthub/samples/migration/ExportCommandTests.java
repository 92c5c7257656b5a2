package io.contacthub.samples.migration;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static io.contacthub.customer.CustomerFields.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@code export}.
 */
@DisplayName("export")
class ExportCommandTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final ContactHubEmulator emulator = ContactHubEmulator.builder().customers(120).start();

	private final Node node = InProcess.node(this.emulator);

	private final InProcess command = new InProcess(this.node);

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	@DisplayName("writes all customers as ContactHub has them, to the last member")
	void exportsJsonLines() throws Exception {
		Path file = this.folder.resolve("customers.jsonl");
		assertThat(this.command.call("export", file)).isZero();
		assertThat(this.command.err()).startsWith("customers.jsonl: 120 customers, in 0:0").hasLineCount(1);
		assertThat(documents(Files.readAllLines(file))).containsExactlyInAnyOrderElementsOf(stored("nodeId"));
		assertThat(this.folder).isDirectoryContaining("glob:**customers.jsonl")
			.isDirectoryNotContaining("glob:**.{part,json}");
	}

	@Test
	@DisplayName("writes events")
	void exportsEvents() throws Exception {
		Path file = this.folder.resolve("events.jsonl");
		assertThat(this.command.call("export", file, "--events")).isZero();
		assertThat(documents(Files.readAllLines(file))).hasSameSizeAs(stored("context"))
			.extracting((event) -> event.get("id").asString())
			.containsExactlyInAnyOrderElementsOf(
					stored("context").stream().map((event) -> event.get("id").asString()).toList());
	}

	/**
	 * Return the documents of the emulator that have a member.
	 */
	private List<JsonNode> stored(String member) throws Exception {
		StringWriter lines = new StringWriter();
		this.emulator.export(lines);
		return documents(lines.toString().lines().toList()).stream()
			.filter((document) -> document.has(member))
			.toList();
	}

	private static List<JsonNode> documents(List<String> lines) {
		return lines.stream().map(JSON::readTree).map(ExportCommandTests::comparable).toList();
	}

	/**
	 * Return a document without what ContactHub writes for absent members, and with
	 * points in time in one form.
	 */
	private static JsonNode comparable(JsonNode document) {
		document.forEach(ExportCommandTests::comparable);
		if (document instanceof ObjectNode members) {
			members.removeIf(JsonNode::isNull);
			members.propertyNames()
				.stream()
				.filter((name) -> members.get(name).asString("").endsWith("+0000"))
				.toList()
				.forEach((name) -> members.put(name, members.get(name).asString().replace("+0000", "Z")));
		}
		return document;
	}

	@Test
	@DisplayName("writes columns, and only those that are asked for")
	void exportsColumns() throws Exception {
		Path file = this.folder.resolve("customers.csv");
		assertThat(this.command.call("export", file, "--fields=externalId,base.contacts.email", "--separator=;"))
			.isZero();
		Customer first = this.node.customers().stream().findFirst().orElseThrow();
		assertThat(Files.readAllLines(file)).hasSize(121)
			.startsWith("externalId;base.contacts.email")
			.contains(first.externalId() + ';' + first.base().contacts().email());
	}

	@Test
	@DisplayName("writes the output, and nothing but documents")
	void exportsToOutput() {
		String tag = this.node.customers()
			.stream()
			.flatMap((customer) -> customer.tags().manual().stream())
			.findFirst()
			.orElseThrow();
		assertThat(this.command.call("export", "-", "--tag=" + tag)).isZero();
		assertThat(documents(this.command.out().lines().toList())).isNotEmpty()
			.hasSize((int) this.node.customers().count(Query.where(TAGS.MANUAL.contains(tag))));
		assertThat(this.command.call("export", "-", "--format=csv", "--fields=id", "--tag=nobody")).isZero();
		assertThat(this.command.out()).isEqualTo("id\n");
		assertThat(this.command.err()).startsWith("the output: 0 customers");
	}

	@Test
	@DisplayName("compresses")
	void compresses() throws Exception {
		Path file = this.folder.resolve("customers.jsonl.gz");
		assertThat(this.command.call("export", file)).isZero();
		try (GZIPInputStream input = new GZIPInputStream(Files.newInputStream(file))) {
			assertThat(new String(input.readAllBytes()).lines()).hasSize(120);
		}
	}

	@Test
	@DisplayName("replaces no file unasked")
	void keepsFile() throws Exception {
		Path file = Files.writeString(this.folder.resolve("customers.jsonl"), "mine");
		assertThat(this.command.call("export", file)).isEqualTo(2);
		assertThat(this.command.err()).contains("is there already", "--overwrite");
		assertThat(file).hasContent("mine");
		assertThat(this.command.call("export", file, "--overwrite")).isZero();
		assertThat(file).content().hasLineCount(120);
	}

	@ParameterizedTest
	@ValueSource(strings = { "customers.jsonl", "customers.csv" })
	@DisplayName("goes on where it was stopped, to the same file")
	void goesOn(String name) throws Exception {
		Path whole = this.folder.resolve("whole-" + name);
		assertThat(this.command.call("export", whole)).isZero();
		Path file = this.folder.resolve(name);
		this.emulator.wireMock()
			.register(get(anyUrl()).withQueryParam("query", WireMock.containing("registeredAt"))
				.atPriority(1)
				.willReturn(WireMock.unauthorized()));
		assertThat(this.command.call("export", file)).isEqualTo(4);
		assertThat(file).doesNotExist();
		assertThat(Files.size(this.folder.resolve(name + ".part"))).isPositive();
		this.emulator.wireMock().removeMappings();
		assertThat(this.command.call("export", file)).isEqualTo(2);
		assertThat(this.command.err()).contains("was stopped before: go on with --resume");
		assertThat(this.command.call("export", file, "--resume", "--fields=id")).isEqualTo(2);
		assertThat(this.command.err()).contains("It was begun with --fields  and not id");
		// what a killed process has written after its last state
		Files.writeString(this.folder.resolve(name + ".part"), "{\"half", StandardOpenOption.APPEND);
		assertThat(this.command.call("export", file, "--resume")).isZero();
		assertThat(this.command.err()).startsWith(name + ": 120 customers");
		assertThat(file).hasSameBinaryContentAs(whole);
		assertThat(this.folder).isDirectoryNotContaining("glob:**.{part,json}");
	}

	@Test
	@DisplayName("that is interrupted leaves no file of its name, and tells how to go on")
	void isInterrupted() {
		Path file = this.folder.resolve("customers.jsonl");
		Thread signal = new Thread(() -> this.command.interruption().request());
		signal.start();
		await().until(() -> this.command.interruption().isRequested());
		assertThat(this.command.call("export", file)).isEqualTo(130);
		this.command.interruption().finished();
		assertThat(this.command.err()).startsWith("customers.jsonl: 0 customers")
			.contains("It is not whole: begin again with: customer-migration export ");
		assertThat(file).doesNotExist();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("tells that the disk is full")
	void tellsFullDisk() throws Exception {
		Path file = this.folder.resolve("customers.jsonl");
		Files.createSymbolicLink(this.folder.resolve("customers.jsonl.part"), Path.of("/dev/full"));
		assertThat(this.command.call("export", file)).isEqualTo(5);
		assertThat(this.command.err()).contains("customers.jsonl cannot be written (No space left on device)");
		assertThat(file).doesNotExist();
	}

	@Test
	@DisplayName("says that the folder is missing, before it connects")
	void tellsMissingFolder() {
		Path folder = this.folder.resolve("none");
		InProcess unconnected = new InProcess(null);
		assertThat(unconnected.call("export", folder.resolve("customers.jsonl"))).isEqualTo(5);
		assertThat(unconnected.err()).isEqualTo("The folder " + folder + " does not exist: make it.\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					customers.xlsx                       | customers.xlsx
					customers.jsonl --separator=;        | --separator and --formulas-escaped are for CSV
					customers.jsonl --events --tag=vip   | --tag and --registered-… are for customers
					customers.jsonl --events --resume    | An export of events cannot be resumed
					customers.jsonl --resume             | There is nothing to resume
					customers.csv --fields=email         | email
					customers.jsonl --registered-from=gestern | --registered-from=gestern is no time: write 2026-01-31 or 2026-01-31T08:00:00Z.
					customers.jsonl --registered-to=2026-1 | --registered-to=2026-1 is no time
					""")
	@DisplayName("says which option is wrong")
	void refusesOptions(String options, String message) {
		String[] arguments = options.split(" ");
		arguments[0] = this.folder.resolve(arguments[0]).toString();
		InProcess unconnected = new InProcess(null);
		assertThat(unconnected.call(Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray())).isEqualTo(2);
		assertThat(unconnected.err()).contains(message);
	}

}

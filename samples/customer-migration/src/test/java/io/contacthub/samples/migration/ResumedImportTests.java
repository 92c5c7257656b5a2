package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.customer.Customer;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.event.Event;
import io.contacthub.format.DocumentFormat;
import io.contacthub.format.DocumentReader;
import io.contacthub.format.RowPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an import that was stopped.
 */
@DisplayName("An import that was stopped")
class ResumedImportTests {

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
	@DisplayName("tells where, and goes on there: every row is stored once, and reported once")
	void goesOn() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(5)));
		Path file = csv(IntStream.rangeClosed(1, 600)
			.mapToObj((row) -> "A" + row + ((row % 50 == 0) ? ",never" : ",1980-02-03")));
		Thread signal = new Thread(() -> {
			await().until(() -> this.node.customers().count() > 100);
			this.command.interruption().request();
		});
		signal.start();
		assertThat(this.command.call("import", file)).isEqualTo(130);
		this.command.interruption().finished();
		signal.join();
		assertThat(this.command.err()).containsPattern("customers.csv: \\d+ rows: \\d+ created")
			.containsPattern("Stopped after line \\d+(, and \\d+ behind it (is|are) done)?; go on with: "
					+ "customer-migration import \\S+customers.csv --resume\n");
		long before = this.node.customers().count();
		assertThat(before).isBetween(100L, 500L);
		this.emulator.wireMock().resetRequests();
		InProcess again = new InProcess(this.node);
		assertThat(again.call("import", file)).isEqualTo(2);
		assertThat(again.err()).contains("was stopped before: go on with --resume");
		assertThat(again.call("import", file, "--resume", "--mode=insert")).isEqualTo(2);
		assertThat(again.err()).contains("It was begun with --mode UPSERT and not INSERT");
		assertThat(again.call("import", file, "--resume")).isEqualTo(1);
		assertThat(again.err()).contains("600 rows: 588 created, 12 refused").doesNotContain("killed");
		this.emulator.wireMock().verifyThat((int) (588 - before), postRequestedFor(anyUrl()));
		assertThat(this.node.customers().count()).isEqualTo(588);
		assertThat(Files.readAllLines(this.folder.resolve("customers.refused.csv"))).hasSize(13)
			.doesNotHaveDuplicates();
		assertThat(this.folder).isDirectoryNotContaining("glob:**.json*");
	}

	@Test
	@DisplayName("tells how many rows behind the line at which it stopped are done")
	void tellsRowsBehind() throws Exception {
		Path file = csv(rows(1, 3));
		this.emulator.wireMock()
			.register(post(anyUrl()).withRequestBody(containing("\"A1\""))
				.willReturn(unauthorized().withFixedDelay(2000)));
		assertThat(this.command.call("import", file)).isEqualTo(4);
		assertThat(this.node.customers().count()).isEqualTo(2);
		assertThat(this.command.err()).startsWith("ContactHub refuses the token (401): check CONTACTHUB_TOKEN.\n")
			.contains("Stopped after line 0, and 2 behind it are done; go on with: ");
	}

	@Test
	@DisplayName("tells that the file has grown, and takes the rest when it goes on")
	void tellsGrowth() throws Exception {
		this.emulator.switches(this.emulator.switches().withLatency(Duration.ofMillis(5)));
		Path file = csv(IntStream.rangeClosed(1, 300).mapToObj((row) -> "A" + row + ','));
		Thread other = new Thread(() -> {
			await().until(() -> this.node.customers().count() > 20);
			append(file, "A301,\n");
		});
		other.start();
		assertThat(this.command.call("import", file)).isEqualTo(3);
		other.join();
		assertThat(this.command.err()).contains("has grown", "Stopped after line 301; go on with: ");
		assertThat(this.node.customers().count()).isEqualTo(300);
		assertThat(this.command.call("import", file, "--resume")).isZero();
		assertThat(this.command.err()).contains("301 rows: 301 created");
	}

	@Test
	@DisplayName("does not go on in another file of the same name")
	void refusesOtherFile() throws Exception {
		Path file = csv(rows(1, 30));
		kill(file, "UPSERT", 10, 20);
		csv(rows(2, 31));
		assertThat(this.command.call("import", file, "--resume")).isEqualTo(3);
		assertThat(this.command.err()).contains("or begin again with --restart\n");
		assertThat(this.node.customers().count()).isZero();
	}

	@Test
	@DisplayName("begins again when it is told to")
	void restarts() throws Exception {
		Path file = csv(rows(1, 30));
		kill(file, "UPSERT", 10, 20);
		assertThat(this.command.call("import", file, "--restart")).isZero();
		assertThat(this.command.err()).contains("30 rows: 30 created");
	}

	@Test
	@DisplayName("does not go on when the file of refused rows is gone")
	void missesReport() throws Exception {
		Path file = csv(Stream.concat(Stream.of("A0,never"), rows(1, 30)));
		this.emulator.wireMock().register(post(anyUrl()).willReturn(unauthorized()));
		assertThat(this.command.call("import", file)).isEqualTo(4);
		this.emulator.wireMock().removeMappings();
		Files.delete(this.folder.resolve("customers.refused.csv"));
		assertThat(this.command.call("import", file, "--resume")).isEqualTo(2);
		assertThat(this.command.err()).contains("customers.refused.csv is not what it was");
		assertThat(this.node.customers().count()).isZero();
	}

	@Test
	@DisplayName("tells the lines that cannot be looked up")
	void tellsUnknown() throws Exception {
		Path file = Files.write(this.folder.resolve("customers.csv"),
				List.of("externalId,base.firstName", "A1,Ann", ",Bob", "A3,Cid", ",Dot"));
		kill(file, "UPSERT", 1, 3);
		assertThat(this.command.call("import", file, "--resume", "--index-lag=0s")).isZero();
		assertThat(this.command.err())
			.contains("rows 2 to 3, from line 3 on, may have been sent. They are looked at again.")
			.contains("These lines have no externalId to look them up by")
			.contains("that they are there: 3\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPSERT", "INSERT" })
	@DisplayName("looks up by the external id who may have been stored before the process was killed")
	void looksUp(String mode) throws Exception {
		Path file = csv(rows(1, 30));
		rows(11, 15).forEach((row) -> this.node.customers()
			.insert(Customer.builder()
				.externalId(row.split(",")[0])
				.base((base) -> base.dob(LocalDate.of(1980, 2, 3)))
				.build()));
		kill(file, mode, 10, 20);
		assertThat(this.command.call("import", file, "--resume", "--mode=" + mode, "--index-lag=0s")).isZero();
		assertThat(this.command.err()).contains("rows 11 to 20, from line 12 on, may have been sent")
			.contains("customers.csv: 30 rows: ");
		assertThat(this.node.customers().stream().map(Customer::externalId)).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("still knows who may have been stored after it is stopped once more, before they are looked up")
	void staysUncertain() throws Exception {
		Path file = csv(rows(1, 30));
		rows(11, 15)
			.forEach((row) -> this.node.customers().insert(Customer.builder().externalId(row.split(",")[0]).build()));
		kill(file, "UPSERT", 10, 20);
		Thread signal = new Thread(() -> this.command.interruption().request());
		signal.start();
		await().until(() -> this.command.interruption().isRequested());
		assertThat(this.command.call("import", file, "--resume", "--index-lag=0s")).isEqualTo(130);
		this.command.interruption().finished();
		InProcess again = new InProcess(this.node);
		assertThat(again.call("import", file, "--resume", "--index-lag=0s")).isZero();
		assertThat(again.err()).contains("rows 11 to 20, from line 12 on, may have been sent");
		assertThat(this.node.customers().stream().map(Customer::externalId)).hasSize(20).doesNotHaveDuplicates();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("by a full disk sends nobody twice, not even who cannot be looked up, and reports each row once")
	void goesOnAfterFullDisk() throws Exception {
		Path file = Files.write(this.folder.resolve("customers.csv"),
				Stream
					.concat(Stream.of("base.firstName,base.dob"),
							IntStream.rangeClosed(1, 2000)
								.mapToObj((row) -> "Name" + row + ((row % 10 == 0) ? ",never" : ",1980-02-03")))
					.toList());
		Path full = Files.createSymbolicLink(this.folder.resolve("full.csv"), Path.of("/dev/full"));
		assertThat(this.command.call("import", file, "--refused=" + full)).isEqualTo(5);
		assertThat(this.node.customers().count()).isBetween(1L, 1799L);
		Files.delete(full);
		assertThat(this.command.call("import", file, "--refused=" + full, "--resume", "--index-lag=0s")).isEqualTo(1);
		assertThat(this.command.err()).contains("2,000 rows: 1,800 created, 200 refused");
		assertThat(this.node.customers().stream().map((customer) -> customer.base().firstName())).hasSize(1800)
			.doesNotHaveDuplicates();
		assertThat(Files.readAllLines(full)).hasSize(201).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("waits until ContactHub's lists show who may have been stored")
	void waitsForIndex() throws Exception {
		Path file = csv(rows(1, 30));
		kill(file, "UPSERT", 10, 20);
		long start = System.nanoTime();
		assertThat(this.command.call("import", file, "--resume", "--index-lag=2s")).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(1500),
				Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("sends events that may have been sent again, or reports them")
	void treatsEvents() throws Exception {
		Path file = Files.write(this.folder.resolve("events.jsonl"),
				IntStream.rangeClosed(1, 30)
					.mapToObj((row) -> "{\"type\":\"abandonedSession\",\"context\":\"WEB\",\"properties\":{},"
							+ "\"bringBackProperties\":{\"type\":\"EXTERNAL_ID\",\"value\":\"E" + row + "\"}}")
					.toList());
		kill(file, "UPSERT", 10, 20);
		assertThat(this.command.call("import", file, "--events", "--resume", "--uncertain=report")).isEqualTo(1);
		assertThat(this.command.err()).contains("30 rows: 10 created, 10 accepted, 10 refused");
		assertThat(this.folder.resolve("events.refused.jsonl")).content()
			.contains("# line 11: may have been sent before the import was killed\n")
			.contains("# line 20: ")
			.doesNotContain("# line 21: ");
		kill(file, "UPSERT", 10, 20);
		assertThat(this.command.call("import", file, "--events", "--resume")).isZero();
		assertThat(this.command.err()).contains("30 rows: 10 created, 20 accepted");
		this.emulator.wireMock().verifyThat(30, postRequestedFor(anyUrl()));
	}

	/**
	 * Leave the state of an import whose process was killed after it had decided some
	 * rows, and while those up to another one may have been sent.
	 */
	private void kill(Path file, String mode, int decided, long sent) throws IOException {
		boolean events = file.toString().contains("events");
		RowPosition position = position(file, decided, events);
		Map<String, String> setup = new LinkedHashMap<>(
				Map.of("node", new Connection(this.node, false, null).target(), "file", file.getFileName().toString(),
						"--events", String.valueOf(events), "--mode", mode, "--only-changes", "false", "--blanks",
						"ABSENT", "--refused", RefusedFile.beside(file).getFileName().toString()));
		new FileOptions().describe(setup);
		Path states = file.resolveSibling(file.getFileName() + ".import-state.json");
		new StateFile<>(states, ImportState.class).write(new ImportState(setup, position.toText(), sent, List.of(),
				Map.of("CREATED", (long) decided), 0, Instant.now()), false);
	}

	private static RowPosition position(Path file, int rows, boolean events) {
		DocumentFormat<?> format = events ? DocumentFormat.of(file, Event.class)
				: DocumentFormat.of(file, Customer.class);
		try (DocumentReader<?> reader = format.reader(file)) {
			for (int i = 0; i < rows; i++) {
				reader.next();
			}
			return reader.position();
		}
	}

	private static Stream<String> rows(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((row) -> "A" + row + ",1980-02-03");
	}

	private Path csv(Stream<String> rows) throws IOException {
		return Files.write(this.folder.resolve("customers.csv"),
				Stream.concat(Stream.of("externalId,base.dob"), rows).toList());
	}

	private static void append(Path file, String text) {
		try {
			Files.writeString(file, text, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}

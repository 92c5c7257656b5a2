package io.contacthub.samples.migration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contacthub.Node;
import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the packaged command, as processes that people start and stop.
 */
@DisplayName("The packaged command")
class MigrationProcessIntegrationTests {

	private static final String TOKEN = "known-to-the-environment-only";

	private static final Path PS = Path.of("/usr/bin/ps");

	private static final Path SCRIPT = Path.of("/usr/bin/script");

	@TempDir
	private Path folder;

	@Test
	@DisplayName("runs without settings, on an emulator: the output is nothing but its 200 customers")
	void runsWithoutSettings() throws Exception {
		try (MigrationProcess process = PackagedCommand.in(this.folder, Map.of()).start("export", "-")) {
			assertThat(process.exitCode()).as(process.err()).isZero();
			assertThat(process.out().lines()).hasSize(200)
				.allSatisfy((line) -> assertThat(JsonMapper.shared().readTree(line).has("nodeId")).isTrue());
			assertThat(process.err().lines()).satisfiesExactly(
					(notice) -> assertThat(notice).startsWith("No connection is configured: this runs on an emulator"),
					(summary) -> assertThat(summary).startsWith("the output: 200 customers, in 0:"));
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("stops when nobody reads its output any more, and says so; a full disk is told from that")
	void tellsClosedOutput() throws Exception {
		String line = PackagedCommand.in(this.folder, Map.of())
			.java("export", "-")
			.stream()
			.map((word) -> '\'' + word + '\'')
			.collect(Collectors.joining(" "));
		try (MigrationProcess process = MigrationProcess.start(this.folder, Map.of(),
				List.of("bash", "-c", line + " | head -n 1; exit ${PIPESTATUS[0]}"))) {
			assertThat(process.exitCode()).isEqualTo(5);
			assertThat(process.out()).hasLineCount(1);
			assertThat(process.err().lines().skip(1)).containsExactly("Nobody reads the output any more.");
		}
		try (MigrationProcess process = MigrationProcess.start(this.folder, Map.of(),
				List.of("bash", "-c", line + " > /dev/full"))) {
			assertThat(process.exitCode()).isEqualTo(5);
			assertThat(process.err().lines().skip(1))
				.containsExactly("the output cannot be written (No space left on device).");
		}
	}

	@Test
	@DisplayName("says what to set when only a part of the connection is")
	void tellsMissingSettings() throws Exception {
		try (MigrationProcess process = PackagedCommand.in(this.folder, Map.of("CONTACTHUB_NODE_ID", "n"))
			.start("count")) {
			assertThat(process.exitCode()).isEqualTo(4);
			assertThat(process.out()).isEmpty();
			assertThat(process.err())
				.isEqualTo("CONTACTHUB_WORKSPACE_ID and CONTACTHUB_TOKEN are not set: see --help.\n");
		}
	}

	@Test
	@DisplayName("stops by Ctrl-C, says where, and goes on to the end; others do not see the token meanwhile")
	void stopsBySignal() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.token(TOKEN)
			.switches((off) -> off.withLatency(Duration.ofMillis(20)))
			.start()) {
			Node node = InProcess.node(emulator);
			PackagedCommand command = PackagedCommand.in(this.folder, PackagedCommand.connection(emulator));
			customers(2000);
			try (MigrationProcess process = command.start("import", "customers.csv")) {
				assertThat(process.awaits(() -> node.customers().count() > 200)).as(process.err()).isTrue();
				assertThat(processes()).contains("customers.csv").doesNotContain(TOKEN);
				process.interrupt();
				assertThat(process.exitCode()).isEqualTo(130);
				assertThat(process.err()).containsPattern("customers.csv: [\\d,]+ rows: [\\d,]+ created, in ")
					.containsPattern("Stopped after line \\d+(, and \\d+ behind it (is|are) done)?; go on with: "
							+ "java -jar \\S+customer-migration.jar import customers.csv --resume\n");
			}
			long stored = node.customers().count();
			assertThat(stored).isBetween(200L, 1999L);
			try (MigrationProcess process = command.start("import", "customers.csv", "--resume")) {
				assertThat(process.exitCode()).as(process.err()).isZero();
				assertThat(process.err()).startsWith("customers.csv: 2,000 rows: 2,000 created");
			}
			assertThat(node.customers().stream().map((customer) -> customer.externalId())).hasSize(2000)
				.doesNotHaveDuplicates();
		}
	}

	/**
	 * Return what others see of all processes.
	 */
	private static String processes() throws Exception {
		if (!Files.isExecutable(PS)) {
			return ProcessHandle.allProcesses()
				.flatMap((process) -> process.info().commandLine().stream())
				.collect(Collectors.joining("\n"));
		}
		Process process = new ProcessBuilder(PS.toString(), "-ef", "-ww").redirectErrorStream(true).start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	@Test
	@DisplayName("tells that the file grows while it is read, by its exit code, too")
	void tellsGrowth() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.switches((off) -> off.withLatency(Duration.ofMillis(20)))
			.start()) {
			Node node = InProcess.node(emulator);
			Path file = customers(500);
			try (MigrationProcess process = PackagedCommand.in(this.folder, PackagedCommand.connection(emulator))
				.start("import", "customers.csv")) {
				assertThat(process.awaits(() -> node.customers().count() > 20)).as(process.err()).isTrue();
				Files.writeString(file, "C501\n", StandardOpenOption.APPEND);
				assertThat(process.exitCode()).isEqualTo(3);
				assertThat(process.err()).contains("customers.csv has grown", "Stopped after line 501; go on with: ");
			}
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("tells that the disk of the report is full, by its exit code, too")
	void tellsFullDisk() throws Exception {
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			Files.writeString(this.folder.resolve("customers.csv"), "externalId,base.dob\nA1,1980-02-03\nA2,never\n");
			try (MigrationProcess process = PackagedCommand.in(this.folder, PackagedCommand.connection(emulator))
				.start("import", "customers.csv", "--refused=/dev/full")) {
				assertThat(process.exitCode()).isEqualTo(5);
				assertThat(process.err()).contains("line 3: column 'base.dob': 'never' is no date",
						"/dev/full cannot be written (No space left on device)");
			}
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@DisplayName("has one line that changes on a terminal, and none of it in a pipe")
	void showsProgress() throws Exception {
		assumeThat(SCRIPT).as("what makes a terminal").isExecutable();
		try (ContactHubEmulator emulator = ContactHubEmulator.builder()
			.switches((off) -> off.withLatency(Duration.ofMillis(20)))
			.start()) {
			PackagedCommand command = PackagedCommand.in(this.folder, PackagedCommand.connection(emulator));
			customers(1000);
			String line = command.java("import", "customers.csv")
				.stream()
				.map((word) -> '\'' + word + '\'')
				.collect(Collectors.joining(" "));
			Map<String, String> terminal = command.variables();
			terminal.put("TERM", "xterm");
			try (MigrationProcess process = MigrationProcess.start(this.folder, terminal,
					List.of(SCRIPT.toString(), "--quiet", "--return", "--command", line, "/dev/null"))) {
				assertThat(process.exitCode()).as(process.out()).isZero();
				assertThat(process.out())
					.containsPattern("\rimport  [\\d,]+ rows  \\d+ %  [\\d,]+/s  left \\d+:\\d\\d *\r")
					.contains("customers.csv: 1,000 rows: 1,000 created");
				assertThat(Stream.of(process.out().split("[\r\n]+"))).allMatch((shown) -> shown.length() < 200)
					.filteredOn((shown) -> shown.startsWith("import"))
					.allMatch((shown) -> shown.length() < 80);
			}
			try (MigrationProcess process = command.start("import", "customers.csv")) {
				assertThat(process.exitCode()).as(process.err()).isZero();
				assertThat(process.err()).doesNotContain("\r").startsWith("customers.csv: 1,000 rows: ");
				assertThat(process.out()).isEmpty();
			}
		}
	}

	private Path customers(int number) throws Exception {
		return Files.write(this.folder.resolve("customers.csv"),
				Stream.concat(Stream.of("externalId"), IntStream.rangeClosed(1, number).mapToObj((row) -> "C" + row))
					.toList());
	}

}

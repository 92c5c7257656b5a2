package io.contacthub.samples.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.contacthub.emulator.ContactHubEmulator;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable jar, started as people do.
 */
final class PackagedCommand {

	private static final Path JAR = Path.of(System.getProperty("migration.jar"));

	private final Path folder;

	private final Path jar;

	private final List<String> options;

	private final Map<String, String> environment;

	private PackagedCommand(Path folder, Path jar, List<String> options, Map<String, String> environment) {
		this.folder = folder;
		this.jar = jar;
		this.options = options;
		this.environment = environment;
	}

	/**
	 * Return the command.
	 * @param folder the folder in which it runs
	 * @param environment where ContactHub is
	 */
	static PackagedCommand in(Path folder, Map<String, String> environment) {
		// a short run is over before the second compiler pays
		return new PackagedCommand(folder, JAR, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), environment);
	}

	/**
	 * Return where an emulator is, as variables of the environment.
	 */
	static Map<String, String> connection(ContactHubEmulator emulator) {
		return Map.of("CONTACTHUB_BASE_URL", emulator.baseUrl(), "CONTACTHUB_WORKSPACE_ID", emulator.workspaceId(),
				"CONTACTHUB_NODE_ID", emulator.nodeId(), "CONTACTHUB_TOKEN", emulator.token());
	}

	/**
	 * Return the same command from files that the virtual machine has looked at before,
	 * so that it starts in half the time.
	 */
	PackagedCommand unpacked() throws Exception {
		Path files = Files.createTempDirectory(this.folder, "unpacked");
		Path archive = files.resolve("classes.jsa");
		try (MigrationProcess unpacking = run(JAR, List.of("-Djarmode=tools"), "extract", "--force", "--destination",
				files.toString())) {
			assertThat(unpacking.exitCode()).as(unpacking.err()).isZero();
		}
		Path unpacked = files.resolve(JAR.getFileName());
		try (MigrationProcess counting = run(unpacked, List.of("-XX:ArchiveClassesAtExit=" + archive), "count")) {
			assertThat(counting.exitCode()).as(counting.err()).isZero();
		}
		return new PackagedCommand(this.folder, unpacked, with("-XX:SharedArchiveFile=" + archive), this.environment);
	}

	/**
	 * Return the same command with a limit of the heap.
	 */
	PackagedCommand withHeap(String size) {
		return new PackagedCommand(this.folder, this.jar, with("-Xmx" + size), this.environment);
	}

	/**
	 * Return the same command in another folder, on another ContactHub.
	 */
	PackagedCommand at(Path otherFolder, Map<String, String> otherEnvironment) {
		return new PackagedCommand(otherFolder, this.jar, this.options, otherEnvironment);
	}

	private List<String> with(String... more) {
		return Stream.concat(this.options.stream(), Stream.of(more)).toList();
	}

	MigrationProcess start(String... arguments) throws IOException {
		return run(this.jar, List.of(), arguments);
	}

	private MigrationProcess run(Path file, List<String> more, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (OS.LINUX.isCurrentOs()) {
			// a build that runs in the background may ignore the signal, and its children
			// with it
			command.addAll(List.of("env", "--default-signal=INT"));
		}
		command.addAll(java(file, more, arguments));
		return MigrationProcess.start(this.folder, variables(), command);
	}

	/**
	 * Return the command line, for those who start it otherwise.
	 */
	List<String> java(String... arguments) {
		return java(this.jar, List.of(), arguments);
	}

	private List<String> java(Path file, List<String> more, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(more);
		command.addAll(List.of("-jar", file.toString()));
		command.addAll(List.of(arguments));
		return command;
	}

	Map<String, String> variables() {
		return new LinkedHashMap<>(this.environment);
	}

}

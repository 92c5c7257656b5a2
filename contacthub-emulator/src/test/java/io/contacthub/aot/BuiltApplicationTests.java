package io.contacthub.aot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that was built, ahead of time, with
 * {@code contacthub.emulator.enabled=true}.
 */
@DisplayName("An application that was built with the emulator")
class BuiltApplicationTests {

	private static final String EMULATOR = "-Dcontacthub.emulator.enabled=true";

	@TempDir
	private static Path folder;

	private static Outcome build;

	@BeforeAll
	static void build() throws Exception {
		Path sources = folder.resolve("sources");
		String classes = folder.resolve("classes").toString();
		build = java(EMULATOR, "-Dcontacthub.nodes.shop=known-at-build-time",
				SpringApplicationAotProcessor.class.getName(), BuiltApplication.class.getName(), sources.toString(),
				classes, classes, "io.contacthub", "built");
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	@Test
	@DisplayName("starts no emulator while it is built")
	void buildsQuietly() {
		assertThat(build.exitValue()).isZero();
		assertThat(build.output()).doesNotContain("Running on");
	}

	@Test
	@DisplayName("runs on it as long as nothing else is configured")
	void runsOnEmulator() throws Exception {
		Outcome outcome = run(EMULATOR, "-Dcontacthub.emulator.customers=7");
		assertThat(outcome.output()).contains("AOT-processed", "Running on a ContactHub emulator at",
				"There are 7 customers");
		assertThat(outcome.exitValue()).isZero();
	}

	@Test
	@DisplayName("has the nodes with names that it had when it was built, and they are where it runs now")
	void hasNamedNodes() throws Exception {
		assertThat(run(EMULATOR).output()).contains("shopContactHubNode=Node[").doesNotContain("known-at-build-time");
	}

	@Test
	@DisplayName("does not start when a connection is configured, and says how to build it")
	void refusesConnection() throws Exception {
		Outcome outcome = run(EMULATOR, "-Dcontacthub.token=secret");
		assertThat(outcome.output()).contains("APPLICATION FAILED TO START", "but contacthub.token is set.", """
				build the application with:

				contacthub:
				  emulator:
				    enabled: false
				""").doesNotContain("Running on", "secret");
		assertThat(outcome.exitValue()).isEqualTo(1);
	}

	private static Outcome run(String... options) throws Exception {
		List<String> command = new ArrayList<>(List.of(options));
		command.add("-Dspring.aot.enabled=true");
		command.add("-Dcontacthub.nodes.shop=known-at-run-time");
		command.add(BuiltApplication.class.getName());
		return java(command.toArray(String[]::new));
	}

	private static Outcome java(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(folder, "output", ".txt");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"),
						"-XX:TieredStopAtLevel=1", "-Dspring.main.web-application-type=none"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), Files.readString(output));
	}

	/**
	 * What came of a process.
	 *
	 * @param exitValue its exit value
	 * @param output what it has written
	 */
	private record Outcome(int exitValue, String output) {
	}

}

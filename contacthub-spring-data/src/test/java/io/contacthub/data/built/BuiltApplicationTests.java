package io.contacthub.data.built;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with a repository that was built ahead of time.
 */
@DisplayName("An application that was built with a repository that is declared as an interface")
class BuiltApplicationTests {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("uses it, without looking for it in its class path")
	void usesIt() throws Exception {
		Path sources = this.folder.resolve("sources");
		String classes = this.folder.resolve("classes").toString();
		java(SpringApplicationAotProcessor.class.getName(), BuiltApplication.class.getName(), sources.toString(),
				classes, classes, "io.contacthub", "built");
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
		assertThat(java("-Dspring.aot.enabled=true", "-Dlogging.level.org.springframework.data=TRACE",
				BuiltApplication.class.getName()))
			.contains("AOT-processed", "Found ann of 1")
			.doesNotContain("Scanning for");
		assertThat(Files.readString(hints(classes))).contains(BuiltReaders.class.getName(),
				BuiltReaders.Reader.class.getName());
	}

	private static Path hints(String classes) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(classes))) {
			return files.filter((file) -> file.endsWith("reachability-metadata.json")).findFirst().orElseThrow();
		}
	}

	private String java(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.folder, "output", ".txt");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						this.folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path"),
						"-XX:TieredStopAtLevel=1", "-Dspring.main.web-application-type=none",
						"-Dcontacthub.emulator.enabled=true", "-Dcontacthub.emulator.customers=0"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		return Files.readString(output);
	}

}

package io.contacthub.emulator.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ControlClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the {@code Dockerfile} names, since no build makes the image.
 */
@DisplayName("The Dockerfile")
class DockerfileTests {

	private static final Path FILE = Path.of("Dockerfile");

	@Test
	@DisplayName("has the jar that the build makes, and runs it as one process that signals reach")
	void runsJar() throws IOException {
		String[] copied = instruction("COPY").split(" ");
		assertThat(Files.readString(Path.of("pom.xml")))
			.contains("<finalName>" + Path.of(copied[0]).getFileName().toString().replace(".jar", "") + "</finalName>");
		assertThat(Files.readAllLines(Path.of(".dockerignore"))).containsExactly("*", "!" + copied[0]);
		assertThat(instruction("ENTRYPOINT")).isEqualTo("[\"java\", \"-jar\", \"" + copied[1] + "\"]");
	}

	@Test
	@DisplayName("sets variables that are options, and exposes the port that the program listens on")
	void setsOptions() throws IOException {
		List<String> names = Pattern.compile("CONTACTHUB_EMULATOR_\\w+")
			.matcher(Files.readString(FILE))
			.results()
			.map((result) -> result.group())
			.toList();
		assertThat(names).containsExactly("CONTACTHUB_EMULATOR_BIND_ADDRESS", "CONTACTHUB_EMULATOR_PORT")
			.allSatisfy((name) -> assertThat(EmulatorOption.ofVariable(name)).isPresent());
		assertThat(EmulatorOption.PORT.description()).endsWith("(default: " + instruction("EXPOSE") + ")");
		assertThat(Files.readString(FILE)).contains(":-" + instruction("EXPOSE") + "}");
	}

	@Test
	@DisplayName("does not run as root")
	void isUnprivileged() throws IOException {
		assertThat(instruction("USER")).matches("[1-9]\\d*:[1-9]\\d*");
	}

	@Test
	@DisplayName("asks for the emulator's health where it answers without a token")
	void checksHealth() throws IOException {
		Matcher path = Pattern.compile("wget .*/emulator/(\\w+)\"").matcher(Files.readString(FILE));
		assertThat(path.find()).isTrue();
		try (ContactHubEmulator emulator = ContactHubEmulator.start()) {
			assertThat(new ControlClient(emulator).get(path.group(1)).status()).isEqualTo(200);
		}
	}

	private static String instruction(String name) throws IOException {
		return Files.readAllLines(FILE)
			.stream()
			.filter((line) -> line.startsWith(name + " "))
			.map((line) -> line.substring(name.length() + 1))
			.findFirst()
			.orElseThrow();
	}

}

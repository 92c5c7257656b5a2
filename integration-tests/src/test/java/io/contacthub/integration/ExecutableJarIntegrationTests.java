package io.contacthub.integration;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code contacthub-emulator.jar}, which runs without anything else.
 */
@DisplayName("The executable jar of the emulator")
class ExecutableJarIntegrationTests {

	private static final Path JAR = Path.of(System.getProperty("emulator.jar"));

	private static final Pattern ANNOUNCEMENT = Pattern.compile(
			"base URL: +(\\S+)\\R +console: +\\S+/emulator/\\R +workspace id: +(\\S+)\\R +node id: +(\\S+)\\R +token: +(\\S+)");

	@TempDir
	Path folder;

	@Test
	@DisplayName("has WireMock and Jackson with their licences, and neither Spring nor what is for it")
	void holdsWhatItNeeds() throws Exception {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			List<String> names = jar.stream().map((entry) -> entry.getName()).toList();
			assertThat(names).doesNotHaveDuplicates()
				.contains("io/contacthub/emulator/ContactHubEmulator.class", "META-INF/LICENSE", "META-INF/NOTICE")
				.noneMatch((name) -> name.startsWith("org/springframework/") || name.startsWith("META-INF/spring")
						|| name.startsWith("io/contacthub/emulator/autoconfigure/"))
				.allMatch((name) -> !name.startsWith("io/contacthub/") || name.equals("io/contacthub/")
						|| name.startsWith("io/contacthub/emulator/"));
			assertThat(read(jar, "META-INF/NOTICE")).contains("Jackson");
			assertThat(read(jar, "META-INF/LICENSE")).contains("Apache License", "Eclipse Public License");
			assertThat(jar.getManifest().getMainAttributes()).containsEntry(Attributes.Name.MULTI_RELEASE, "true")
				.containsEntry(Attributes.Name.IMPLEMENTATION_TITLE, "ContactHub Emulator");
		}
	}

	private static String read(JarFile jar, String name) throws Exception {
		return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes());
	}

	@Test
	@DisplayName("is an emulator that answers to what it prints, and ends when it is told to, without a word")
	void runs() throws Exception {
		long start = System.nanoTime();
		try (Application application = Application.startJar(JAR, this.folder, Map.of(), "--port=0", "--customers=3")) {
			application.awaitOutput((said) -> said.contains("token: "));
			Matcher announcement = ANNOUNCEMENT.matcher(application.output());
			assertThat(announcement.find()).as(application.output() + application.errors()).isTrue();
			assertThat(application.errors()).isEmpty();
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(URI.create("%s/workspaces/%s/customers?nodeId=%s".formatted(announcement.group(1),
							announcement.group(2), announcement.group(3))))
					.header("Authorization", "Bearer " + announcement.group(4))
					.build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("\"totalElements\":3");
			long ready = System.nanoTime();
			String said = application.output() + application.errors();
			// what Java makes of the signal
			assertThat(application.stop()).isEqualTo(128 + 15);
			assertThat(application.output() + application.errors()).isEqualTo(said);
			System.getLogger(getClass().getName())
				.log(System.Logger.Level.INFO, "The emulator answered after {0} ms, and ended within {1} ms",
						(ready - start) / 1_000_000, (System.nanoTime() - ready) / 1_000_000);
		}
	}

	@Test
	@DisplayName("has what JSON Schemas need, which says nothing")
	void readsSchemas() throws Exception {
		Path schema = Files.writeString(this.folder.resolve("loyaltyCardUsed.json"),
				"{\"type\":\"object\",\"properties\":{\"points\":{\"type\":\"integer\",\"format\":\"date\"}}}");
		try (Application application = Application.startJar(JAR, this.folder, Map.of(), "--port=0",
				"--event-schemas=" + schema, "--extended-schema=" + schema)) {
			application.awaitOutput((said) -> said.contains("token: "));
			assertThat(application.output()).contains("token: ");
			assertThat(application.errors()).isEmpty();
		}
	}

	@Test
	@DisplayName("says in one line that its port is taken")
	void refusesTakenPort() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
				Application application = Application.startJar(JAR, this.folder,
						Map.of("CONTACTHUB_EMULATOR_PORT", String.valueOf(other.getLocalPort())))) {
			assertThat(application.exitCode()).isEqualTo(1);
			assertThat(application.output()).isEmpty();
			assertThat(application.errors()).startsWith("Port " + other.getLocalPort() + " is taken: ");
			assertThat(application.errors().lines()).hasSize(1);
		}
	}

	@Test
	@DisplayName("says in one line which option is wrong")
	void refusesOption() throws Exception {
		try (Application application = Application.startJar(JAR, this.folder, Map.of(), "--prot=1")) {
			assertThat(application.exitCode()).isEqualTo(2);
			assertThat(application.output()).isEmpty();
			assertThat(application.errors().lines())
				.containsExactly("Unknown option --prot: did you mean --port? --help lists all options");
		}
	}

	@Test
	@DisplayName("shows its version")
	void showsVersion() throws Exception {
		try (Application application = Application.startJar(JAR, this.folder, Map.of(), "--version")) {
			assertThat(application.exitCode()).isZero();
			assertThat(application.output()).matches("ContactHub emulator \\d.*\\R");
		}
	}

}

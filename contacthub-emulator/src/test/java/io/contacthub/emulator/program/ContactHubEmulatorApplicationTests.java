package io.contacthub.emulator.program;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contacthub.emulator.ApiClient;
import io.contacthub.emulator.ContactHubEmulator;
import io.contacthub.emulator.ContactHubEmulatorBuilder;
import io.contacthub.emulator.ControlClient;
import io.contacthub.emulator.EmulatorSwitches;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link ContactHubEmulatorApplication}.
 */
@DisplayName("The program")
class ContactHubEmulatorApplicationTests {

	@Test
	@DisplayName("starts an emulator with customers and tells how to reach it")
	void startsEmulator() {
		try (ContactHubEmulator emulator = start("--port=0", "--customers=7")) {
			assertThat(ApiClient.of(emulator)
				.get("/customers", "nodeId", emulator.nodeId(), "size", "50")
				.at("/elements")
				.size()).isEqualTo(7);
			assertThat(ContactHubEmulatorApplication.describe(emulator))
				.containsSubsequence("\n  base URL: ", emulator.baseUrl(), "\n  console: ", emulator.consoleUrl(),
						"\n  workspace id: ", emulator.workspaceId(), "\n  node id: ", emulator.nodeId(), "\n  token: ",
						emulator.token())
				.doesNotContain("more nodes");
		}
	}

	@Test
	@DisplayName("has what the command line and the environment say, the command line first")
	void readsBoth() {
		Map<String, String> environment = Map.of("CONTACTHUB_EMULATOR_WORKSPACE_ID", "main",
				"CONTACTHUB_EMULATOR_NODES", "outlet", "CONTACTHUB_EMULATOR_TOKEN", "hidden",
				"CONTACTHUB_EMULATOR_LATENCY", " ", "CONTACTHUB_EMULATOR_REALISTIC", "true", "PATH", "/bin");
		try (ContactHubEmulator emulator = ContactHubEmulatorApplication
			.start(environment, "--port=0", "--customers=0", "--node-id", "shop", "--token=secret",
					"--workspaces=italy=bottega+negozio", "--workspaces=spain=tienda,france=boutique",
					"--latency-jitter=0s", "--lost-answer-rate=0.5", "--rate-limit=100", "--clock=2030-01-01T00:00:00Z")
			.orElseThrow()) {
			assertThat(emulator.workspaces()).containsExactly(entry("main", List.of("shop", "outlet")),
					entry("italy", List.of("bottega", "negozio")), entry("spain", List.of("tienda")),
					entry("france", List.of("boutique")));
			assertThat(emulator.token()).isEqualTo("secret");
			assertThat(emulator.switches()).isEqualTo(EmulatorSwitches.off()
				.withLatency(Duration.ofMillis(30))
				.withLostAnswerRate(0.5)
				.withRateLimit(100));
			assertThat(Instant.parse(new ControlClient(emulator).get("info").at("/now").asString()))
				.isCloseTo("2030-01-01T00:00:00Z", within(5, ChronoUnit.MINUTES));
			assertThat(ContactHubEmulatorApplication.describe(emulator)).contains("outlet of workspace main",
					"bottega, negozio of workspace italy");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--tokens=s3cret", "--tokens=s3cret=root", "--tokens=s3cret=trusted,s3cret=trusted",
			"--tokens= =s3cret", "--token= s3cret" })
	@DisplayName("repeats no token in what it says is wrong")
	void repeatsNoToken(String argument) {
		assertThatExceptionOfType(ProgramException.class).isThrownBy(() -> start("--port=0", argument))
			.withMessageStartingWith("Unusable --token")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("s3cret"));
	}

	@Test
	@DisplayName("has an option and a variable for each option of the builder")
	void hasEachOption() {
		Set<String> methods = Arrays.stream(ContactHubEmulatorBuilder.class.getMethods())
			.filter((method) -> method.getReturnType() == ContactHubEmulatorBuilder.class)
			.map((method) -> method.getName().equals("clockFrom") ? "clock" : method.getName())
			.flatMap((name) -> Set.of("token", "workspace").contains(name) ? Stream.of(name + "s") : Stream.of(name))
			.collect(Collectors.toCollection(TreeSet::new));
		methods.remove("switches");
		methods.add("token");
		Arrays.stream(EmulatorSwitches.class.getRecordComponents())
			.forEach((component) -> methods.add(component.getName()));
		assertThat(methods.stream().map((name) -> name.replaceAll("(\\p{Lu})", "_$1").toUpperCase(Locale.ROOT)))
			.containsExactlyInAnyOrderElementsOf(EmulatorOption.all().map(Enum::name).toList());
		assertThat(EmulatorOption.LATENCY_JITTER.argument()).isEqualTo("--latency-jitter");
		assertThat(EmulatorOption.LATENCY_JITTER.variable()).isEqualTo("CONTACTHUB_EMULATOR_LATENCY_JITTER");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', maxCharsPerColumn = 500,
			textBlock = """
					--prot=1                     | 2 | Unknown option --prot: did you mean --port?
					--latencyJitter=1s           | 2 | Unknown option --latencyJitter: did you mean --latency-jitter?
					8089                         | 2 | Unexpected argument '8089': options are written as --name=value
					--port                       | 2 | --port needs a value: --port=<number>
					--port --strict              | 2 | --port needs a value: --port=<number>
					--strict --strict            | 2 | --strict is there more than once
					--port=x                     | 2 | Unusable --port=x: a whole number is expected
					--port=-1                    | 2 | Unusable --port=-1: The port must be between 0 and 65535
					--customers=-1               | 2 | Unusable --customers=-1: The number of customers must be at least 0
					--customers=99999999999      | 2 | Unusable --customers=99999999999: a whole number is expected
					--index-delay=30             | 2 | Unusable --index-delay=30: a time such as 50ms, 30s or PT0.05S is expected
					--event-delay=-PT1S          | 2 | Unusable --event-delay=-PT1S: The event delay must be at least 0
					--latency=2h                 | 2 | Unusable --latency=2h: latency must be between 0 and 1 hour
					--clock=yesterday            | 2 | Unusable --clock=yesterday: a time is expected such as 2026-03-29T00:59:00Z
					--failure-rate=half          | 2 | Unusable --failure-rate=half: a number from 0 to 1 is expected
					--disconnect-rate=1.5        | 2 | Unusable --disconnect-rate=1.5: disconnectRate must be between 0 and 1
					--failure-rate=NaN           | 2 | Unusable --failure-rate=NaN: failureRate must be between 0 and 1
					--strict=maybe               | 2 | Unusable --strict=maybe: true or false is expected
					--uniqueness-policy=refuse   | 2 | Unusable --uniqueness-policy=refuse: block|merge|no-check is expected
					--nodes=a,,b                 | 2 | Unusable --nodes=a,,b: a text between commas is empty
					--workspaces=italy           | 2 | Unusable --workspaces=italy: 'italy' is expected to be name=value
					--workspaces=it=             | 2 | Unusable --workspaces=it=: The id of a node must be a text
					--workspaces=i=a,i=b         | 2 | Unusable --workspaces=i=a,i=b: 'i' is there twice
					--tokens=abc=root            | 2 | Unusable --tokens: <token>=<rights> is expected, where the rights are admin
					--tokens=abc=trusted@rome    | 2 | The emulator cannot start: A token is for the workspace rome
					--token=a --tokens=a=expired | 2 | The emulator cannot start: A token is there twice
					--stubs=no-such-folder       | 1 | Unusable --stubs=no-such-folder: The stubs must be in a folder
					--data=no-such-file          | 1 | Unusable --data=no-such-file: The data must be in files
					--event-schemas=none.json    | 1 | The emulator cannot start: none.json
					--extended-schema=none.json  | 1 | The emulator cannot start: none.json
					--bind-address=192.0.2.1     | 1 | Unusable --bind-address=192.0.2.1: it is no address of this machine
					--bind-address=no.such.test. | 1 | Unusable --bind-address=no.such.test.: it is no address of this machine
					""")
	@DisplayName("says in one line which option is wrong, and what would be right")
	void refuses(String arguments, int exitCode, String line) {
		assertRefused(Map.of(), exitCode, line,
				Stream
					.concat(Stream.of(arguments.split(" ")),
							arguments.contains("port") ? Stream.empty() : Stream.of("--port=0"))
					.toArray(String[]::new));
	}

	@Test
	@DisplayName("names the variable that is wrong, and the one that was meant")
	void refusesVariables() {
		assertRefused(Map.of("CONTACTHUB_EMULATOR_RATELIMIT", "1"), 2,
				"Unknown environment variable CONTACTHUB_EMULATOR_RATELIMIT: did you mean CONTACTHUB_EMULATOR_RATE_LIMIT?");
		assertRefused(Map.of("CONTACTHUB_EMULATOR_RATE_LIMIT", "many"), 2,
				"Unusable CONTACTHUB_EMULATOR_RATE_LIMIT=many: a whole number is expected");
	}

	@Test
	@DisplayName("is not confused by what Kubernetes tells of a service of its name")
	void ignoresForeignVariables() {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("CONTACTHUB_EMULATOR_SERVICE_HOST", "10.0.0.1");
		environment.put("CONTACTHUB_EMULATOR_SERVICE_PORT_HTTP", "8089");
		environment.put("CONTACTHUB_EMULATOR_PORT", "tcp://10.0.0.1:8089");
		environment.put("CONTACTHUB_EMULATOR_PORT_8089_TCP_ADDR", "10.0.0.1");
		OptionVariables variables = new OptionVariables(environment);
		assertThatNoException().isThrownBy(variables::check);
		assertThat(variables.value(EmulatorOption.PORT)).isEmpty();
	}

	@Test
	@DisplayName("says that a port is taken")
	void refusesTakenPort() {
		try (ContactHubEmulator other = ContactHubEmulator.start()) {
			assertRefused(Map.of(), 1, "Port " + other.port() + " is taken: stop the program that listens there",
					"--port=" + other.port());
		}
	}

	@Test
	@DisplayName("says that a port is for privileged users only")
	void explainsPrivilegedPort() {
		RuntimeException failure = new IllegalStateException(new SocketException("Permission denied"));
		assertThat(new StartFailure(failure, "80", "localhost").translate())
			.hasMessage("Port 80 may not be used by this user: choose one above 1023 with --port");
	}

	@Test
	@DisplayName("says in which line of a file something is wrong")
	void refusesFiles(@TempDir Path folder) throws IOException {
		Path data = Files.writeString(folder.resolve("data.jsonl"), "\n{\"nodeId\":\n");
		assertRefused(Map.of(), 1, "The emulator cannot start: " + data + ", line 2", "--port=0", "--data=" + data);
		Path stub = Files.writeString(folder.resolve("stub.json"), "{\n oops }");
		Files.delete(data);
		assertRefused(Map.of(), 1, "The emulator cannot start: Error loading file " + stub, "--port=0",
				"--stubs=" + folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "--version", "-V" })
	@DisplayName("shows its help and version, and starts nothing")
	void showsHelp(String option) {
		assertThat(ContactHubEmulatorApplication.start(Map.of("CONTACTHUB_EMULATOR_PORT", "x"), option)).isEmpty();
	}

	@Test
	@DisplayName("has a help with each option, of no more than 100 columns")
	void helpFits() {
		String help = new EmulatorCommand(Map.of()).help();
		assertThat(help.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
		assertThat(help).contains("Where it listens:", "How it behaves:")
			.contains(EmulatorOption.all().map((option) -> "      " + option.argument()).toList());
	}

	private static ContactHubEmulator start(String... arguments) {
		return ContactHubEmulatorApplication.start(Map.of(), arguments).orElseThrow();
	}

	private static void assertRefused(Map<String, String> environment, int exitCode, String line, String... arguments) {
		assertThatExceptionOfType(ProgramException.class)
			.isThrownBy(() -> ContactHubEmulatorApplication.start(environment, arguments)
				.ifPresent(ContactHubEmulator::close))
			.withMessageStartingWith(line)
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContainPattern("\\R"))
			.satisfies((failure) -> assertThat(failure.exitCode()).isEqualTo(exitCode));
	}

}

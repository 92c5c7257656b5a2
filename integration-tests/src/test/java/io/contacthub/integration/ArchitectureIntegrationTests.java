package io.contacthub.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house: its floors, and what is known in one place only.
 */
@DisplayName("Architecture")
class ArchitectureIntegrationTests {

	/**
	 * The floors, the lowest first, each with those that it may use.
	 */
	private static final String[][] FLOORS = { //
			{ "json" }, //
			{ "error", "json" }, //
			{ "query", "json" }, //
			{ "client", "json", "error" }, //
			{ "bulk", "error", "client" }, //
			{ "customer", "json", "error", "query", "client", "bulk" }, //
			{ "event.properties", "json" }, //
			{ "event.context", "json", "event.properties" }, //
			{ "event", "json", "error", "client", "bulk", "customer", "event.properties", "event.context" }, //
			{ "event.jdbc", "json", "error", "client", "event" }, //
			{ "segment", "json", "error", "query", "client", "customer" }, //
			{ "update", "json", "error", "client", "customer", "event" }, //
			{ "consent", "json", "error", "query", "client" }, //
			{ "model", "json", "error", "client" }, //
			{ "user", "json", "error", "client" }, //
			{ "analytics", "json", "error", "client", "event" }, //
			{ "configuration", "json", "error", "query", "client", "event", "user" }, //
			{ "format", "json", "query", "customer", "event" }, //
			{ "", "json", "error", "query", "client", "customer", "event", "segment", "update", "consent", "model",
					"user", "analytics", "configuration" }, //
			{ "autoconfigure.http", "client" }, //
			{ "autoconfigure", "", "json", "error", "query", "client", "customer", "event", "event.jdbc",
					"autoconfigure.http" }, //
			{ "autoconfigure.jdbc", "autoconfigure", "client", "event", "event.jdbc" }, //
			{ "autoconfigure.health", "autoconfigure", "", "error", "query", "client", "customer", "event" }, //
			{ "autoconfigure.metrics", "autoconfigure", "client", "event" }, //
			{ "autoconfigure.tracing", "autoconfigure" }, //
			{ "autoconfigure.actuator", "autoconfigure" }, //
			{ "autoconfigure.web", "autoconfigure", "error", "customer" }, //
			{ "autoconfigure.validation", "autoconfigure", "", "json", "error", "client", "configuration", "event" }, //
			{ "autoconfigure.docker.compose", "autoconfigure" }, //
			{ "autoconfigure.testcontainers", "autoconfigure" }, //
			{ "batch", "json", "query", "client", "bulk", "customer", "event" }, //
			{ "batch.remote", "client" }, //
			{ "batch.autoconfigure", "batch.remote" }, //
			{ "data", "json", "query", "client", "customer", "event", "" }, //
			{ "data.autoconfigure", "", "data" }, //
			{ "messaging", "json", "error", "client", "bulk", "customer", "event", "update" }, //
			{ "messaging.dsl", "client", "bulk", "customer", "event", "update", "messaging" }, //
			{ "messaging.autoconfigure", "", "error", "client", "event", "update", "messaging" }, //
			{ "emulator" }, //
			{ "emulator.program", "emulator" }, //
			{ "emulator.autoconfigure", "emulator", "autoconfigure" }, //
			{ "test", "event" }, //
			{ "test.autoconfigure", "emulator", "emulator.autoconfigure", "autoconfigure", "error", "event" } };

	@Test
	@DisplayName("packages use those of the floors below them only")
	void floors() {
		LayeredArchitecture floors = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
		for (String[] floor : FLOORS) {
			floors = floors.layer(name(floor[0])).definedBy(name(floor[0]));
		}
		for (String[] floor : FLOORS) {
			String[] below = Arrays.stream(floor)
				.skip(1)
				.map(ArchitectureIntegrationTests::name)
				.toArray(String[]::new);
			floors = (below.length > 0) ? floors.whereLayer(name(floor[0])).mayOnlyAccessLayers(below)
					: floors.whereLayer(name(floor[0])).mayNotAccessAnyLayer();
		}
		check(floors);
	}

	@Test
	@DisplayName("each package is on a floor")
	void packagesAreOnFloors() {
		assertThat(LibraryClasses.classes().stream().map(JavaClass::getPackageName).distinct())
			.containsExactlyInAnyOrderElementsOf(Stream.of(FLOORS).map((floor) -> name(floor[0])).toList());
	}

	private static String name(String floor) {
		return floor.isEmpty() ? "io.contacthub" : "io.contacthub." + floor;
	}

	@Test
	@DisplayName("packages have no cycles")
	void packagesHaveNoCycles() {
		check(SlicesRuleDefinition.slices().matching("io.contacthub.(**)").should().beFreeOfCycles());
	}

	@Test
	@DisplayName("the core does without Spring Boot")
	void coreDoesWithoutSpringBoot() {
		check(noClasses().that()
			.resideOutsideOfPackages("io.contacthub.autoconfigure..", "io.contacthub.batch.autoconfigure",
					"io.contacthub.data.autoconfigure", "io.contacthub.messaging.autoconfigure",
					"io.contacthub.emulator..", "io.contacthub.test..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.."));
	}

	@Test
	@DisplayName("the emulator, which is to judge the client, knows neither the client nor Spring")
	void emulatorStandsAlone() {
		check(ArchRuleDefinition.classes()
			.that()
			.resideInAnyPackage("io.contacthub.emulator", "io.contacthub.emulator.program")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.contacthub.emulator", "io.contacthub.emulator.program", "java..", "tools.jackson..",
					"com.github.tomakehurst.wiremock..", "wiremock..", "org.jspecify..", "picocli..", "net.datafaker..",
					"com.networknt.."));
	}

	@ParameterizedTest
	@CsvSource({ "picocli.., EmulatorCommand|CommandHelp", "net.datafaker.., GeneratedNames",
			"com.networknt.., JsonSchema|JsonSchemaDialect|JsonSchemaDocuments|JsonSchemaViolations",
			"de.siegmar.., CsvText" })
	@DisplayName("few classes know a library that is optional, and none but those of the emulator, of files and of the validation")
	void fewClassesKnowOptionalLibraries(String library, String classes) {
		check(noClasses().that()
			.resideOutsideOfPackage("io.contacthub.autoconfigure.validation")
			.and()
			.haveNameNotMatching("io\\.contacthub\\.(emulator|emulator\\.program|format)\\.(" + classes + ")(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library));
	}

	@Test
	@DisplayName("one class knows Spring Retry")
	void oneClassKnowsSpringRetry() {
		check(noClasses().that(areNotPartOf("io.contacthub.client.RequestRetrier"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.retry.."));
	}

	@Test
	@DisplayName("one class starts threads")
	void oneClassStartsThreads() {
		check(noClasses().that(areNotPartOf("io.contacthub.client.BackgroundExecutor"))
			.and()
			.resideOutsideOfPackage("io.contacthub.emulator..")
			.should()
			.callConstructorWhere(DescribedPredicate.describe("it makes threads",
					(call) -> call.getTargetOwner().isAssignableTo(Thread.class)
							|| call.getTargetOwner().isAssignableTo(Executor.class)))
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.util.concurrent.Executors"));
	}

	@Test
	@DisplayName("packages say what may be null")
	void packagesAreNullMarked() {
		check(ArchRuleDefinition.classes()
			.that()
			.arePublic()
			.should()
			.resideInAnyPackage(LibraryClasses.classes()
				.stream()
				.filter((type) -> type.getPackage().isAnnotatedWith(NullMarked.class))
				.map(JavaClass::getPackageName)
				.distinct()
				.toArray(String[]::new)));
	}

	@Test
	@DisplayName("a type fits on the desk: half of them have 90 lines at most, and none has more than 400")
	void typesAreShort() throws IOException {
		Map<Path, Long> lines = lines("main");
		assertThat(lines).hasSizeGreaterThan(300);
		assertThat(lines.entrySet()).allSatisfy((file) -> assertThat(file.getValue()).isLessThanOrEqualTo(400));
		List<Long> sorted = lines.values().stream().sorted(Comparator.naturalOrder()).toList();
		assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(90);
	}

	private static Map<Path, Long> lines(String sources) throws IOException {
		Map<Path, Long> lines = new TreeMap<>();
		for (Path directory : List.of(Path.of(".."), Path.of("..", "samples"))) {
			try (Stream<Path> modules = Files.list(directory)) {
				modules.map((module) -> module.resolve(Path.of("src", sources, "java")))
					.filter(Files::isDirectory)
					.forEach((folder) -> count(folder, lines));
			}
		}
		return lines;
	}

	private static void count(Path sources, Map<Path, Long> lines) {
		try (Stream<Path> files = Files.walk(sources)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				lines.put(file, (long) Files.readAllLines(file).size());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	@DisplayName("each test says in a sentence what it shows")
	void testsAreSentences() throws IOException {
		Pattern test = Pattern.compile(
				"\\n\\n((?:(?!\\n\\n).)*?\\t@(?:Test|ParameterizedTest|TestFactory|RepeatedTest|TestTemplate)\\b.*?"
						+ "\\n\\t+(?:static )?[\\w<>]+ \\w+\\()",
				Pattern.DOTALL);
		for (Path file : lines("test").keySet()) {
			assertThat(test.matcher(Files.readString(file)).results()).as(file.toString())
				.allSatisfy((match) -> assertThat(match.group(1)).contains("@DisplayName(\""));
		}
	}

	private static DescribedPredicate<JavaClass> areNotPartOf(String type) {
		return DescribedPredicate.describe("are not part of " + type,
				(candidate) -> !candidate.getName().equals(type) && !candidate.getName().startsWith(type + "$"));
	}

	private static void check(ArchRule rule) {
		rule.check(LibraryClasses.classes());
	}

}

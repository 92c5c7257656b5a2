package io.contacthub.journey;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promises of the manual are numbered from S1 to S168, and a test of one has a
 * display name that begins with its number. This looks into the sources of all modules,
 * since no module has the tests of the others on its class path.
 */
@DisplayName("The contract")
class ContractCoverageTests {

	private static final Log logger = LogFactory.getLog(ContractCoverageTests.class);

	private static final int PROMISES = 168;

	/**
	 * Promises that no test has yet. The list may only become shorter.
	 */
	private static final Set<Integer> OPEN = Set.of();

	private static final Set<String> NOT_SOURCES = Set.of(".git", ".mvn", "target", "main");

	private static final Pattern DISPLAY_NAME = Pattern.compile("@DisplayName\\(\\s*\"((?:S[0-9]+ )+)");

	private static final Map<Integer, Set<String>> TESTS = new TreeMap<>();

	@BeforeAll
	static void readSources() throws IOException, URISyntaxException {
		Path project = project();
		Files.walkFileTree(project, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				boolean skipped = !folder.equals(project) && NOT_SOURCES.contains(String.valueOf(folder.getFileName()));
				return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (file.toString().endsWith(".java")) {
					readSource(file);
				}
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * The folder of the whole project, wherever the tests are run from.
	 */
	private static Path project() throws URISyntaxException {
		Path folder = classes();
		while (!Files.isDirectory(folder.resolve("contacthub-core"))) {
			folder = folder.getParent();
		}
		return folder;
	}

	private static Path classes() throws URISyntaxException {
		return Path.of(ContractCoverageTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

	private static void readSource(Path file) throws IOException {
		String name = file.getFileName().toString().replace(".java", "");
		List<String> names = DISPLAY_NAME.matcher(Files.readString(file))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		for (String numbers : names) {
			for (String number : numbers.strip().split(" ")) {
				TESTS.computeIfAbsent(Integer.valueOf(number.substring(1)), (key) -> new TreeSet<>()).add(name);
			}
		}
	}

	@Test
	@DisplayName("has a test of every promise but those known to be open")
	void isCovered() throws IOException, URISyntaxException {
		Set<Integer> missing = new TreeSet<>();
		List<String> report = new ArrayList<>();
		for (int promise = 1; promise <= PROMISES; promise++) {
			Set<String> tests = TESTS.getOrDefault(promise, Set.of());
			if (tests.isEmpty()) {
				missing.add(promise);
			}
			report.add("S" + promise + ": " + (tests.isEmpty() ? "no test" : String.join(", ", tests)));
		}
		Path file = Files.write(classes().resolveSibling("contract-coverage.txt"), report);
		logger.info((PROMISES - missing.size()) + " of " + PROMISES + " promises of the manual have tests, " + missing
				+ " have none, see " + file);
		assertThat(missing).as("promises without a test; one that has got a test is no longer open")
			.isEqualTo(new TreeSet<>(OPEN));
	}

	@Test
	@DisplayName("has no tests of promises that it does not make")
	void hasNoOtherNumbers() {
		assertThat(TESTS.keySet()).isNotEmpty().allMatch((promise) -> promise >= 1 && promise <= PROMISES);
	}

}

package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what later releases must keep.
 */
@DisplayName("Binary compatibility")
class BinaryCompatibilityIntegrationTests {

	private static final Path BUILD = Path.of("..");

	private static final Pattern INTERNAL = Pattern.compile(
			"For (?:the classes of )?this library\\.(?:(?!\\*/).)*\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public (?:\\w+ )*?(?:class|record|interface|enum|@interface) (\\w+)",
			Pattern.DOTALL);

	@Test
	@DisplayName("is kept for all public types but those that say of themselves that they are for this library")
	void isKept() throws Exception {
		List<String> internal = internalTypes();
		assertThat(internal).contains("io.contacthub.client.BackgroundCalls").hasSizeGreaterThan(40);
		assertThat(PublishedPom.read(BUILD.resolve("pom.xml"))
			.texts("/project/profiles/profile[id = 'compatibility']//excludes/exclude"))
			.as("Types that the POM excludes from the comparison")
			.containsExactlyElementsOf(internal);
	}

	/**
	 * The types whose Javadoc ends its text so; that of a member does not count.
	 */
	private static List<String> internalTypes() throws IOException {
		try (Stream<Path> modules = Files.list(BUILD)) {
			return modules.map((module) -> module.resolve("src/main/java"))
				.filter(Files::isDirectory)
				.flatMap(BinaryCompatibilityIntegrationTests::internalTypes)
				.sorted()
				.toList();
		}
	}

	private static Stream<String> internalTypes(Path sources) {
		try (Stream<Path> files = Files.walk(sources)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter(BinaryCompatibilityIntegrationTests::isInternal)
				.map((file) -> sources.relativize(file).toString())
				.map((name) -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static boolean isInternal(Path file) {
		try {
			String source = Files.readString(file).replaceAll("\\R\\s*\\*(?!/)\\s*", " ");
			String type = file.getFileName().toString().replace(".java", "");
			return INTERNAL.matcher(source).results().anyMatch((found) -> found.group(1).equals(type));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}

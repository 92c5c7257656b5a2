package io.contacthub.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the reference of properties is what the modules say of them. With
 * {@code -Ddocs.update=true} it is written.
 */
@DisplayName("The reference of properties")
class ConfigurationReferenceTests {

	private static final Path PAGE = Path.of("configuration.md");

	private static ConfigurationReference reference;

	@BeforeAll
	static void update() throws IOException {
		reference = ConfigurationReference.read();
		if (Boolean.getBoolean("docs.update")) {
			Files.write(PAGE, reference.write(Files.readAllLines(PAGE)));
		}
	}

	@Test
	@DisplayName("is as the modules have it, or else -Ddocs.update=true writes it")
	void isUpToDate() throws IOException {
		List<String> page = Files.readAllLines(PAGE);
		assertThat(page).isEqualTo(reference.write(page));
	}

	@Test
	@DisplayName("has the properties of all modules")
	void hasAllProperties() throws IOException {
		assertThat(reference.properties()).extracting(ConfigurationProperty::name)
			.contains("contacthub.token", "contacthub.emulator.enabled", "contacthub.feed.enabled",
					"contacthub.batch.remote.enabled", "contacthub.repositories.enabled",
					"management.health.contacthub-feed.enabled");
		assertThat(reference.missing(Files.readAllLines(PAGE))).isEmpty();
	}

	@Test
	@DisplayName("says of each in one or two sentences what it does")
	void describesEach() {
		assertThat(reference.properties())
			.allSatisfy((property) -> assertThat(property.description()).as(property.name())
				.matches("[A-Z][^|<>]*\\.")
				.doesNotMatch(".*\\. [A-Z].*\\. [A-Z].*"))
			.flatMap((property) -> property.values().values())
			.allSatisfy((value) -> assertThat(value).matches("[A-Z][^|<>]*\\."));
	}

}

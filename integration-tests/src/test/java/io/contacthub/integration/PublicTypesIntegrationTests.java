package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the artifacts show to applications.
 */
@DisplayName("Public types")
class PublicTypesIntegrationTests {

	private static final Pattern GENERATED = Pattern.compile("([\\w.]+)(?:Builder|Builder\\$Withers|Fields)");

	private static final Path LIST = Path.of("src", "test", "resources", "public-types.txt");

	@Test
	@DisplayName("are those of the list, so that a change of what applications see is seen in review")
	void areListed() throws IOException {
		List<String> types = types();
		if (Boolean.getBoolean("public-types.update")) {
			Files.write(LIST, types);
		}
		assertThat(types)
			.as("Public types, as listed in %s; to list them anew: ./mvnw verify -pl integration-tests -am "
					+ "-Dpublic-types.update=true", LIST)
			.containsExactlyElementsOf(Files.readAllLines(LIST));
	}

	private static List<String> types() {
		return LibraryClasses.classes()
			.stream()
			.filter(LibraryClasses::isVisible)
			.map(JavaClass::getName)
			.filter((name) -> !isGenerated(name))
			.sorted()
			.toList();
	}

	/**
	 * Whether a type is the builder or the fields of a record, which follow from it.
	 */
	private static boolean isGenerated(String name) {
		Matcher generated = GENERATED.matcher(name);
		return generated.matches() && LibraryClasses.classes().contain(generated.group(1))
				&& LibraryClasses.classes().get(generated.group(1)).isRecord();
	}

}

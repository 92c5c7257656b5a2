package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the artifacts show to applications.
 */
@DisplayName("Public types")
class PublicTypesIntegrationTests {

	private static final Path LIST = Path.of("src", "test", "resources", "public-types.txt");

	@Test
	@DisplayName("Are those of the list, so that a change of what applications see is seen in review")
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
			.filter(PublicTypesIntegrationTests::isVisible)
			.map(JavaClass::getName)
			.filter((name) -> !name.matches("[\\w.]+(Builder|Builder\\$Withers|Fields)"))
			.sorted()
			.toList();
	}

	/**
	 * Whether an application can name a type: nested types are as visible as those around
	 * them at most.
	 */
	private static boolean isVisible(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map(PublicTypesIntegrationTests::isVisible).orElse(true);
	}

}

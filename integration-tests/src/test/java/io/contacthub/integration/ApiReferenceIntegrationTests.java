package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API reference, as it is built and installed beside the core.
 */
@DisplayName("The API reference")
class ApiReferenceIntegrationTests {

	@Test
	@DisplayName("S168 is built with the core, and describes what users call and nothing else")
	void isBuilt() throws IOException {
		try (JarFile reference = new JarFile(built("-javadoc.jar").toFile())) {
			List<String> pages = reference.stream().map(ZipEntry::getName).toList();
			assertThat(pages).contains("index.html", "io/contacthub/Workspace.html",
					"io/contacthub/customer/CustomerRepository.html", "io/contacthub/customer/CustomerBuilder.html",
					"io/contacthub/event/EventRepository.html", "io/contacthub/query/Query.html",
					"io/contacthub/error/ApiError.html");
			assertThat(pages).doesNotContain("io/contacthub/customer/DefaultCustomerRepository.html",
					"io/contacthub/client/Repetition.html");
			ZipEntry page = reference.getEntry("io/contacthub/customer/CustomerRepository.html");
			assertThat(new String(reference.getInputStream(page).readAllBytes())).contains("GET /customers/{id}",
					"CustomerConflictException");
		}
	}

	private static Path built(String ending) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("core.target")))) {
			return files.filter((file) -> file.toString().endsWith(ending)).findFirst().orElseThrow();
		}
	}

}

package io.contacthub.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
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

	private static final Pattern TYPE = Pattern
		.compile("io/contacthub/(?!.*class-use/).*[A-Z]\\w*(\\.[A-Z]\\w*)*\\.html");

	@Test
	@DisplayName("S168 is built with the core, and describes what users call and nothing else")
	void isBuilt() throws IOException {
		try (JarFile reference = new JarFile(built("-javadoc.jar").toFile())) {
			List<String> pages = reference.stream().map(ZipEntry::getName).toList();
			assertThat(pages).contains("index.html", "io/contacthub/Workspace.html",
					"io/contacthub/customer/CustomerRepository.html", "io/contacthub/customer/CustomerBuilder.html",
					"io/contacthub/event/EventRepository.html", "io/contacthub/query/Query.html",
					"io/contacthub/error/ApiError.html");
			// pages of types that are gone stay until the build is cleaned
			assertThat(pages).filteredOn((page) -> TYPE.matcher(page).matches())
				.map(ApiReferenceIntegrationTests::type)
				.filteredOn(LibraryClasses.classes()::contain)
				.hasSizeGreaterThan(100)
				.allSatisfy((type) -> assertThat(LibraryClasses.isVisible(LibraryClasses.classes().get(type))).as(type)
					.isTrue());
			ZipEntry page = reference.getEntry("io/contacthub/customer/CustomerRepository.html");
			assertThat(new String(reference.getInputStream(page).readAllBytes())).contains("GET /customers/{id}",
					"CustomerConflictException");
		}
	}

	/**
	 * The name of the type that a page describes.
	 */
	private static String type(String page) {
		int name = page.lastIndexOf('/') + 1;
		return page.substring(0, name).replace('/', '.')
				+ page.substring(name, page.length() - ".html".length()).replace('.', '$');
	}

	private static Path built(String ending) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("core.target")))) {
			return files.filter((file) -> file.toString().endsWith(ending)).findFirst().orElseThrow();
		}
	}

}

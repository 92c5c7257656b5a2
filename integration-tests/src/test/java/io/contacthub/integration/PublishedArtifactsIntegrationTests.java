package io.contacthub.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the artifacts as they are in a repository, where nobody has this build.
 */
@DisplayName("A published artifact")
class PublishedArtifactsIntegrationTests {

	private static final String BOM = "contacthub-bom";

	private static final String VERSION = System.getProperty("project.version");

	private static final Path REPOSITORY = Path.of(System.getProperty("local.repository"), "io", "contacthub");

	private static final Path BUILD = Path.of("..");

	@Test
	@DisplayName("is managed by the BOM, which manages nothing else")
	void isManaged() throws Exception {
		PublishedPom bom = PublishedPom.read(file(BOM, ".pom"));
		assertThat(managed()).containsExactlyInAnyOrderElementsOf(published());
		assertThat(bom.texts("/project/dependencyManagement/dependencies/dependency/groupId"))
			.containsOnly("io.contacthub");
		assertThat(bom.texts("/project/dependencyManagement/dependencies/dependency/version")).containsOnly(VERSION);
	}

	@Test
	@DisplayName("gets its version from the BOM, in an application that imports it")
	void hasVersionOfBom() throws Exception {
		PublishedPom application = PublishedPom.read(Path.of(System.getProperty("applications"), "data", "pom.xml"));
		assertThat(application.texts("/project/dependencyManagement//artifactId")).containsExactly(BOM);
		assertThat(application.texts("/project/dependencies/dependency/artifactId")).hasSizeGreaterThan(1);
		assertThat(application.texts("/project/dependencies/dependency/version")).isEmpty();
		assertThat(Application.classPath("data")).contains("contacthub-spring-boot-starter-" + VERSION + ".jar",
				"contacthub-spring-data-" + VERSION + ".jar");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("all")
	@DisplayName("has a POM that tells all by itself")
	void hasCompletePom(String artifact) throws Exception {
		Path file = file(artifact, ".pom");
		PublishedPom pom = PublishedPom.read(file);
		assertThat(Files.readString(file)).doesNotContain("${");
		assertThat(pom.texts("/project/parent | /project/build | /project/profiles | /project/repositories")).isEmpty();
		assertThat(pom.text("/project/groupId")).isEqualTo("io.contacthub");
		assertThat(pom.text("/project/version")).isEqualTo(VERSION);
		for (String element : List.of("name", "description", "url", "licenses/license/name", "licenses/license/url",
				"developers/developer/name", "scm/url", "scm/connection", "scm/developerConnection")) {
			assertThat(pom.text("/project/" + element)).as(element).isNotEmpty();
		}
		assertThat(pom.text("/project/scm/url")).as("not that of a module").isEqualTo(pom.text("/project/url"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("managed")
	@DisplayName("depends on what is published, each with its version")
	void dependsOnPublished(String artifact) throws Exception {
		PublishedPom pom = PublishedPom.read(file(artifact, ".pom"));
		String dependency = "/project/dependencies/dependency";
		assertThat(pom.texts(dependency + "[not(version)]")).isEmpty();
		assertThat(pom.texts(dependency + "[scope = 'test' or scope = 'provided']")).isEmpty();
		assertThat(pom.texts(dependency + "[groupId = 'io.contacthub']/artifactId")).isSubsetOf(managed());
	}

	@Test
	@DisplayName("keeps what is optional optional, and what is excluded out")
	void keepsOptional() throws Exception {
		PublishedPom pom = PublishedPom.read(file("contacthub-core", ".pom"));
		assertThat(pom.texts("/project/dependencies/dependency[optional = 'true']/artifactId"))
			.containsExactlyInAnyOrder("context-propagation", "httpclient5", "fastcsv", "spring-jdbc");
		assertThat(
				pom.texts("/project/dependencies/dependency[artifactId = 'spring-data-commons']//exclusion/artifactId"))
			.containsExactly("slf4j-api");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("managed")
	@DisplayName("has its licence, its version and the name of its module in the jar")
	void hasLicence(String artifact) throws IOException {
		try (JarFile jar = new JarFile(file(artifact, ".jar").toFile())) {
			assertThat(read(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(BUILD.resolve("LICENSE")));
			assertThat(read(jar, "META-INF/NOTICE")).isEqualTo(Files.readString(BUILD.resolve("NOTICE")));
			Attributes manifest = jar.getManifest().getMainAttributes();
			assertThat(manifest).containsEntry(Attributes.Name.IMPLEMENTATION_VERSION, VERSION)
				.containsEntry(Attributes.Name.IMPLEMENTATION_VENDOR, "ContactHub for Spring")
				.containsKey(Attributes.Name.IMPLEMENTATION_TITLE);
			assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io." + artifact.replace('-', '.'));
		}
	}

	@Test
	@DisplayName("shares no package with another one, which modules of Java would refuse")
	void sharesNoPackage() {
		assertThat(managed().stream().flatMap(PublishedArtifactsIntegrationTests::packages)).doesNotHaveDuplicates()
			.hasSizeGreaterThan(20);
	}

	private static Stream<String> packages(String artifact) {
		try (JarFile jar = new JarFile(file(artifact, ".jar").toFile())) {
			return jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.endsWith(".class"))
				.map((name) -> name.substring(0, name.lastIndexOf('/')))
				.distinct()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(JarFile jar, String name) throws IOException {
		assertThat(jar.getEntry(name)).as("%s in %s", name, jar.getName()).isNotNull();
		return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes());
	}

	private static Stream<String> all() {
		return Stream.concat(Stream.of(BOM), managed().stream());
	}

	private static List<String> managed() {
		try {
			return PublishedPom.read(file(BOM, ".pom"))
				.texts("/project/dependencyManagement/dependencies/dependency/artifactId");
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * The modules of this build that are no POMs and are deployed.
	 */
	private static List<String> published() throws Exception {
		return PublishedPom.read(BUILD.resolve("pom.xml"))
			.texts("/project/modules/module")
			.stream()
			.filter(PublishedArtifactsIntegrationTests::isPublished)
			.toList();
	}

	private static boolean isPublished(String module) {
		try {
			PublishedPom pom = PublishedPom.read(BUILD.resolve(module).resolve("pom.xml"));
			return !pom.text("/project/packaging").equals("pom")
					&& !pom.text("/project/properties/maven.deploy.skip").equals("true");
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static Path file(String artifact, String ending) {
		return REPOSITORY.resolve(artifact).resolve(VERSION).resolve(artifact + "-" + VERSION + ending);
	}

}

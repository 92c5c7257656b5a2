package io.contacthub.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for all pages of Markdown. With {@code -Ddocs.update=true} the code that they
 * show is written instead of compared.
 */
@DisplayName("The manual")
class DocumentationTests {

	private static final Pattern ARTIFACT = Pattern.compile("(contacthub-[a-z-]+)");

	private static final Snippets SNIPPETS;

	private static List<MarkdownPage> pages;

	static {
		try {
			SNIPPETS = Snippets.read();
			pages = MarkdownPage.all();
		}
		catch (IOException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	@BeforeAll
	static void update() throws IOException {
		if (Boolean.getBoolean("docs.update")) {
			for (MarkdownPage page : pages) {
				MarkdownPage written = page.withSnippets(SNIPPETS);
				if (!written.equals(page)) {
					Files.write(page.path(), written.lines());
				}
			}
			pages = MarkdownPage.all();
		}
	}

	static List<MarkdownPage> pages() {
		return pages;
	}

	@Test
	@DisplayName("has pages")
	void hasPages() {
		assertThat(pages).extracting(MarkdownPage::toString).contains("README.md", "docs/reference.md");
	}

	@ParameterizedTest
	@MethodSource("pages")
	@DisplayName("shows code that is compiled")
	void showsCompiledCode(MarkdownPage page) {
		assertThat(Stream.of("java", "kotlin").flatMap((language) -> page.blocks(language).stream()))
			.allSatisfy((block) -> {
				assertThat(block.snippet()).as("%s has a comment with the name of its source before it", block)
					.isNotNull();
				assertThat(block.text()).as("%s, which -Ddocs.update=true would write", block)
					.isEqualTo(String.join("\n", SNIPPETS.region(Objects.requireNonNull(block.snippet()))));
			});
	}

	@ParameterizedTest
	@MethodSource("pages")
	@DisplayName("links to what there is")
	void linksToWhatThereIs(MarkdownPage page) {
		assertThat(page.links()).allSatisfy((link) -> {
			String[] parts = link.split("#", 2);
			Path target = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]).normalize();
			assertThat(target).exists();
			if (parts.length == 2) {
				assertThat(pages).filteredOn((candidate) -> candidate.path().equals(target))
					.singleElement()
					.satisfies((linked) -> assertThat(linked.anchors()).contains(parts[1]));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("pages")
	@DisplayName("sets properties that exist")
	void setsPropertiesThatExist(MarkdownPage page) throws IOException {
		Set<String> known = properties();
		for (MarkdownPage.Block block : page.blocks("yaml")) {
			YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
			yaml.setResources(new ByteArrayResource(block.text().getBytes()));
			assertThat(Objects.requireNonNull(yaml.getObject()).stringPropertyNames()).as(block.toString())
				.filteredOn((name) -> name.startsWith("contacthub."))
				.allSatisfy((name) -> assertThat(known).contains(canonical(name)));
		}
	}

	/**
	 * The name of a property without that of the workspace, and without an index.
	 */
	private static String canonical(String name) {
		return name.replaceFirst("^contacthub\\.workspaces\\.[^.]+\\.", "contacthub.")
			.replaceFirst("^contacthub\\.nodes\\.[^.]+$", "contacthub.nodes")
			.replaceFirst("\\[\\d+].*", "");
	}

	private static Set<String> properties() throws IOException {
		Set<String> names = new TreeSet<>();
		for (URL resource : Collections.list(DocumentationTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream stream = resource.openStream()) {
				Map<?, ?> metadata = JsonMapper.shared().readValue(stream, Map.class);
				for (Object property : (List<?>) Objects.requireNonNull(metadata.get("properties"))) {
					names.add(String.valueOf(((Map<?, ?>) property).get("name")));
				}
			}
		}
		return names;
	}

	@ParameterizedTest
	@MethodSource("pages")
	@DisplayName("names artifacts that there are, in their version")
	void namesArtifacts(MarkdownPage page) throws IOException {
		String project = Files.readString(Path.of("..", "pom.xml"));
		Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(project);
		assertThat(version.find()).isTrue();
		assertThat(Stream.of("xml", "kotlin", "groovy")
			.flatMap((language) -> page.blocks(language).stream())
			.filter((block) -> block.snippet() == null && block.text().contains("io.contacthub")))
			.allSatisfy((block) -> {
				assertThat(block.text()).as(block.toString()).contains(version.group(1));
				assertThat(ARTIFACT.matcher(block.text()).results().map((artifact) -> artifact.group(1)))
					.as(block.toString())
					.isNotEmpty()
					.allSatisfy((artifact) -> assertThat(Path.of("..", artifact, "pom.xml")).exists());
			});
	}

}

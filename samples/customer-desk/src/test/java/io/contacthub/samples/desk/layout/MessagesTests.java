package io.contacthub.samples.desk.layout;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the words of the desk, in all its languages.
 */
@DisplayName("Words of the desk")
class MessagesTests {

	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

	private static final Path CODE = Path.of("src", "main", "java");

	/**
	 * A key in a template, or the parts of one that is put together there.
	 */
	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{\\s*([|'\\w.${}()?:+ ]*?[|'\\w])\\s*(?:\\(|})");

	private static final Pattern TEXT_IN_CODE = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

	/**
	 * What begins the keys of words, so that a text in the code is known for one.
	 */
	private static final Set<String> BEGINNINGS = MessageFiles.names()
		.stream()
		.flatMap((name) -> MessageFiles.words(name, "").keySet().stream())
		.map((key) -> key.split("\\.")[0])
		.collect(Collectors.toSet());

	/**
	 * Keys that are looked up by what ContactHub or Spring calls things; see the tests of
	 * the labels for the first ones.
	 */
	private static final List<String> BY_NAME = List.of("label", "eventType", "eventContext", "consent", "property",
			"value", "typeMismatch");

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("are the same in three languages, with the same arguments")
	void languages(String file) {
		Map<String, String> english = MessageFiles.words(file, "");
		for (String language : List.of("it", "de")) {
			Map<String, String> other = MessageFiles.words(file, language);
			assertThat(other.keySet()).as(file + " in " + language).isEqualTo(english.keySet());
			english.forEach((key, words) -> assertThat(arguments(other.get(key))).as(key + " in " + language)
				.isEqualTo(arguments(words)));
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("have their apostrophes doubled where there are arguments, and only there")
	void apostrophes(String file) {
		for (String language : List.of("", "it", "de")) {
			MessageFiles.words(file, language).forEach((key, words) -> {
				assertThat(words).as(key + " in " + language).isNotBlank().doesNotContain("TODO");
				if (arguments(words).isEmpty()) {
					assertThat(words).as(key + " in " + language).doesNotContain("''");
				}
				else {
					assertThat(words.replace("''", "")).as(key + " in " + language).doesNotContain("'");
				}
			});
		}
	}

	@Test
	@DisplayName("are there for each key in the templates")
	void keysOfTemplates() {
		Set<String> missing = new TreeSet<>();
		Set<String> keys = keys();
		MessageFiles.found(TEMPLATES, ".html", IN_TEMPLATE)
			.filter((key) -> keys.stream().noneMatch(Pattern.compile(pattern(key)).asMatchPredicate()))
			.forEach(missing::add);
		assertThat(missing).isEmpty();
	}

	@Test
	@DisplayName("are there for each key in the code")
	void keysOfCode() {
		Set<String> keys = keys();
		assertThat(textsInCode().filter((text) -> text.matches("[a-z]\\w*(\\.[\\w-]+)+"))
			.filter((text) -> BEGINNINGS.contains(text.split("\\.")[0]) && !BY_NAME.contains(text.split("\\.")[0]))
			.filter((text) -> !keys.contains(text))
			.filter((text) -> keys.stream().noneMatch((key) -> key.startsWith(text + ".")))
			.distinct()).isEmpty();
	}

	@Test
	@DisplayName("are all used")
	void used() {
		List<Pattern> inTemplates = MessageFiles.found(TEMPLATES, ".html", IN_TEMPLATE)
			.map((key) -> Pattern.compile(pattern(key)))
			.toList();
		Set<String> texts = textsInCode().collect(Collectors.toSet());
		Set<String> parts = texts.stream()
			.filter((text) -> text.endsWith(".") && text.length() > 2)
			.collect(Collectors.toCollection(HashSet::new));
		assertThat(keys().stream()
			.filter((key) -> !BY_NAME.contains(key.split("\\.")[0]))
			// words that any form may use
			.filter((key) -> !key.startsWith("form."))
			.filter((key) -> !texts.contains(key))
			.filter((key) -> parts.stream().noneMatch(key::startsWith))
			.filter((key) -> inTemplates.stream().noneMatch((pattern) -> pattern.matcher(key).matches()))).isEmpty();
	}

	static Stream<String> files() {
		return MessageFiles.names().stream();
	}

	private static Set<String> keys() {
		return MessageFiles.names()
			.stream()
			.flatMap((name) -> MessageFiles.words(name, "").keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the texts in the code; those in braces are keys of the words of checks.
	 */
	private static Stream<String> textsInCode() {
		return MessageFiles.found(CODE, ".java", TEXT_IN_CODE).map((text) -> text.replaceAll("^\\{(.+)}$", "$1"));
	}

	/**
	 * Return a pattern of the keys that an expression may give.
	 */
	private static String pattern(String expression) {
		String plain = expression.replace("|", "");
		return Arrays.stream(plain.split("\\$\\{[^}]*}?|__", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
	}

	private static Set<Integer> arguments(String words) {
		Set<Integer> arguments = new TreeSet<>();
		Pattern.compile("\\{(\\d)")
			.matcher(words)
			.results()
			.forEach((found) -> arguments.add(Integer.valueOf(found.group(1))));
		if (!arguments.isEmpty()) {
			new MessageFormat(words, Locale.ENGLISH);
		}
		return arguments;
	}

}

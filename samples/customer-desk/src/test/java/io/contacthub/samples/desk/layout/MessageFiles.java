package io.contacthub.samples.desk.layout;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The files of the desk that have words, and those that use them.
 */
final class MessageFiles {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	private MessageFiles() {
	}

	/**
	 * Return the names of the files, without their languages.
	 */
	static List<String> names() {
		return files(RESOURCES.resolve("messages"), ".properties").map((file) -> file.getFileName().toString())
			.filter((name) -> !name.contains("_"))
			.map((name) -> name.replace(".properties", ""))
			.sorted()
			.toList();
	}

	/**
	 * Return the words of a file.
	 * @param name the name of the file
	 * @param language the language, or the empty text for English
	 */
	static Map<String, String> words(String name, String language) {
		Path file = RESOURCES.resolve("messages")
			.resolve(name + (language.isEmpty() ? "" : "_" + language) + ".properties");
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> words = new TreeMap<>();
		properties.forEach((key, value) -> words.put((String) key, (String) value));
		return words;
	}

	/**
	 * Return what a pattern matches in the files of a folder, its first group.
	 */
	static Stream<String> found(Path folder, String extension, Pattern pattern) {
		return files(folder, extension)
			.flatMap((file) -> pattern.matcher(text(file)).results().map(MessageFiles::group));
	}

	/**
	 * Return the types of a package.
	 * @param neighbour a type of the package above it
	 * @param name the name of the package
	 */
	static Stream<Class<?>> types(Class<?> neighbour, String name) {
		String folder = neighbour.getPackageName().replace('.', '/') + "/" + name;
		try {
			return Arrays
				.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.class"))
				.map((resource) -> folder.replace('/', '.') + "."
						+ String.valueOf(resource.getFilename()).replace(".class", ""))
				.filter((type) -> !type.endsWith("package-info"))
				.map((type) -> ClassUtils.resolveClassName(type, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String group(MatchResult match) {
		return match.group(1);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> files(Path folder, String extension) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(extension)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

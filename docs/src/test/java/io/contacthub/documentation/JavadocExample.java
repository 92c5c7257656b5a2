package io.contacthub.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example in the Javadoc of what is published.
 *
 * @param file the source that has it
 * @param line the line before its first one
 * @param code what a reader sees
 */
record JavadocExample(Path file, int line, String code) {

	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern EXAMPLE = Pattern.compile("<pre class=\"code\">(\\{@code)?\\n(.*?)(})?</pre>",
			Pattern.DOTALL);

	/**
	 * All examples of the project.
	 */
	static List<JavadocExample> all() throws IOException {
		List<JavadocExample> examples = new ArrayList<>();
		try (Stream<Path> files = Files.find(PROJECT, 20, (path, attributes) -> isSource(PROJECT.relativize(path)))) {
			for (Path path : files.sorted().toList()) {
				String text = Files.readString(path);
				Matcher matcher = EXAMPLE.matcher(text);
				while (matcher.find()) {
					boolean literal = matcher.group(1) != null;
					String example = matcher.group(2).replaceAll("(?m)^\\s*\\* ?", "");
					// a brace that is not that of the tag
					example = (!literal && matcher.group(3) != null) ? example + "}" : example;
					examples.add(new JavadocExample(PROJECT.relativize(path), lines(text, matcher.start(2)),
							literal ? example : shown(example)));
				}
			}
		}
		return examples;
	}

	private static boolean isSource(Path path) {
		return path.getName(0).toString().startsWith("contacthub-")
				&& path.toString().replace('\\', '/').matches("[^/]+/src/main/(java/.*\\.java|javadoc/.*\\.html)");
	}

	private static int lines(String text, int end) {
		return (int) text.substring(0, end).chars().filter((character) -> character == '\n').count();
	}

	private static String shown(String html) {
		return html.replace("&#064;", "@").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	/**
	 * The name of a class that says where the example is.
	 */
	String className() {
		return this.file.getFileName().toString().replaceAll("\\W", "_") + "_" + this.line;
	}

	/**
	 * The example in a class: as its members when it begins with some, else as the
	 * statements of a method.
	 */
	String toSource() {
		boolean members = this.code.stripLeading().matches("(?s)(@|interface |private ).*");
		return "abstract class " + className() + " extends Surroundings {\n"
				+ (members ? this.code : "void example() throws Exception {\n" + this.code + "\n}") + "\n}\n";
	}

}

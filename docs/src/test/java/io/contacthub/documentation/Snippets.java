package io.contacthub.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The code that pages show: regions of compiled sources, which begin with a comment
 * {@code tag::name[]} and end with {@code end::name[]}.
 */
final class Snippets {

	private final Map<String, List<String>> sources = new HashMap<>();

	private Snippets() {
	}

	static Snippets read() throws IOException {
		Snippets snippets = new Snippets();
		try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
			for (Path file : files.filter((source) -> source.toString().matches(".*\\.(java|kt)")).toList()) {
				String name = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
				List<String> lines = Files.readAllLines(file);
				if (lines.stream().anyMatch((line) -> line.contains("// tag::"))
						&& snippets.sources.put(name, lines) != null) {
					throw new IllegalStateException("Several sources with snippets are named " + name);
				}
			}
		}
		return snippets;
	}

	/**
	 * The lines of a region, without what indents all of them, and with spaces for tabs.
	 * @param snippet the name of the source and that of the region, as in
	 * {@code SignUp#register}
	 */
	List<String> region(String snippet) {
		String[] names = snippet.split("#");
		List<String> source = this.sources.get(names[0]);
		if (names.length != 2 || source == null) {
			throw new IllegalStateException("There is no source with snippets for " + snippet);
		}
		int begin = line(source, "tag::" + names[1] + "[]");
		int end = line(source, "end::" + names[1] + "[]");
		List<String> region = source.subList(begin + 1, end)
			.stream()
			.filter((line) -> !line.matches("\\s*// (tag|end)::.*"))
			.toList();
		int indentation = region.stream()
			.filter((line) -> !line.isBlank())
			.mapToInt((line) -> line.length() - line.stripLeading().length())
			.min()
			.orElseThrow();
		List<String> lines = region.stream()
			.map((line) -> line.isBlank() ? "" : line.substring(indentation).replace("\t", "    "))
			.toList();
		int first = 0;
		int last = lines.size();
		while (lines.get(first).isEmpty()) {
			first++;
		}
		while (lines.get(last - 1).isEmpty()) {
			last--;
		}
		return lines.subList(first, last);
	}

	private static int line(List<String> source, String marker) {
		for (int line = 0; line < source.size(); line++) {
			if (source.get(line).strip().equals("// " + marker)) {
				return line;
			}
		}
		throw new IllegalStateException("There is no line // " + marker);
	}

}

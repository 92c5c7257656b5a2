package io.contacthub.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A page of Markdown, with what tests want to know of it.
 *
 * @param path the file
 * @param lines its lines
 */
record MarkdownPage(Path path, List<String> lines) {

	private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Set<String> NOT_PAGES = Set.of(".git", "target", "src", "node_modules");

	private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->");

	private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");

	/**
	 * All pages of the project.
	 */
	static List<MarkdownPage> all() throws IOException {
		try (Stream<Path> files = Files.find(PROJECT, 4,
				(file, attributes) -> attributes.isRegularFile() && file.toString().endsWith(".md"))) {
			List<MarkdownPage> pages = new ArrayList<>();
			for (Path file : files.filter(MarkdownPage::isPage).sorted().toList()) {
				pages.add(new MarkdownPage(file, Files.readAllLines(file)));
			}
			return pages;
		}
	}

	private static boolean isPage(Path file) {
		for (Path name : PROJECT.relativize(file)) {
			if (NOT_PAGES.contains(name.toString())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The blocks of code in a language, such as {@code java}.
	 */
	List<Block> blocks(String language) {
		List<Block> blocks = new ArrayList<>();
		for (int line = 0; line < this.lines.size(); line++) {
			String opening = this.lines.get(line);
			if (opening.startsWith("```")) {
				int end = line + 1;
				while (!this.lines.get(end).startsWith("```")) {
					end++;
				}
				if (opening.equals("```" + language)) {
					Matcher snippet = SNIPPET.matcher((line > 0) ? this.lines.get(line - 1) : "");
					blocks.add(new Block(this, line + 1, this.lines.subList(line + 1, end),
							snippet.matches() ? snippet.group(1) : null));
				}
				line = end;
			}
		}
		return blocks;
	}

	/**
	 * What the page links to, without what is outside the project.
	 */
	List<String> links() {
		return prose().flatMap((line) -> LINK.matcher(line).results())
			.map((link) -> link.group(1))
			.filter((link) -> !link.contains("://"))
			.toList();
	}

	/**
	 * The names by which the headings of the page can be linked to.
	 */
	Set<String> anchors() {
		Set<String> anchors = new HashSet<>();
		prose().filter((line) -> line.matches("#+ .*"))
			.map((heading) -> heading.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.forEach(anchors::add);
		return anchors;
	}

	private Stream<String> prose() {
		List<String> prose = new ArrayList<>();
		boolean code = false;
		for (String line : this.lines) {
			code ^= line.startsWith("```");
			if (!code) {
				prose.add(line);
			}
		}
		return prose.stream();
	}

	/**
	 * This page with other code in its snippets.
	 * @param snippets where the code is
	 */
	MarkdownPage withSnippets(Snippets snippets) {
		List<String> written = new ArrayList<>();
		for (int line = 0; line < this.lines.size(); line++) {
			written.add(this.lines.get(line));
			Matcher snippet = SNIPPET.matcher(this.lines.get(line));
			if (snippet.matches() && this.lines.get(line + 1).startsWith("```")) {
				written.add(this.lines.get(++line));
				written.addAll(snippets.region(snippet.group(1)));
				while (!this.lines.get(line + 1).startsWith("```")) {
					line++;
				}
			}
		}
		return new MarkdownPage(this.path, written);
	}

	@Override
	public String toString() {
		return PROJECT.relativize(this.path).toString();
	}

	/**
	 * A block of code.
	 *
	 * @param page the page that has it
	 * @param line the number of the line that opens it, from 1
	 * @param code its lines
	 * @param snippet the name of its source, such as {@code SignUp#register}
	 */
	record Block(MarkdownPage page, int line, List<String> code, @Nullable String snippet) {

		String text() {
			return String.join("\n", this.code);
		}

		@Override
		public String toString() {
			return this.page + ":" + this.line;
		}

	}

}

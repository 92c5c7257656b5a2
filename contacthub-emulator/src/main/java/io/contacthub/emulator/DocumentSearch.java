package io.contacthub.emulator;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Search for words in documents: each of them is part of any value, in any case.
 */
final class DocumentSearch implements Predicate<JsonNode> {

	private final List<String> words;

	private DocumentSearch(List<String> words) {
		this.words = words;
	}

	/**
	 * Return a search.
	 * @param text the words with blanks between them, or null to find every document
	 */
	static Predicate<JsonNode> of(@Nullable String text) {
		String words = (text != null) ? text.strip().toLowerCase(Locale.ROOT) : "";
		return words.isEmpty() ? (document) -> true : new DocumentSearch(Stream.of(words.split("\\s+")).toList());
	}

	@Override
	public boolean test(JsonNode document) {
		return this.words.stream().allMatch((word) -> contains(document, word));
	}

	private static boolean contains(JsonNode node, String word) {
		if (node.isContainer()) {
			for (JsonNode child : node) {
				if (contains(child, word)) {
					return true;
				}
			}
			return false;
		}
		return !node.isNull() && contains(node.asString(""), word);
	}

	/**
	 * Look into a text without a copy of it, since many are looked into.
	 */
	private static boolean contains(String text, String word) {
		char first = word.charAt(0);
		char upperFirst = Character.toUpperCase(first);
		for (int i = 0; i <= text.length() - word.length(); i++) {
			char character = text.charAt(i);
			if ((character == first || character == upperFirst)
					&& text.regionMatches(true, i, word, 0, word.length())) {
				return true;
			}
		}
		return false;
	}

}

package io.contacthub.autoconfigure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Texts as they are in properties, where they may have got blanks, quotes and
 * placeholders that are not meant.
 */
final class PropertyText {

	private static final int SHOWN = 100;

	private static final String QUOTES = "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e";

	private PropertyText() {
	}

	/**
	 * Return a text without blanks around it, such as the line feed at the end of a
	 * secret.
	 */
	static @Nullable String stripped(@Nullable String value) {
		if (value == null) {
			return null;
		}
		int start = 0;
		int end = value.length();
		while (start < end && isBlank(value.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	private static boolean isBlank(int character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	/**
	 * Return a text as it can be printed, cut where it is long.
	 */
	static String shown(String value) {
		String printable = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
		return (printable.length() > SHOWN) ? printable.substring(0, SHOWN) + "..." : printable;
	}

	static boolean hasPlaceholder(String value) {
		return value.contains("${");
	}

	static boolean isQuoted(String value) {
		return QUOTES.indexOf(value.charAt(0)) >= 0 || QUOTES.indexOf(value.charAt(value.length() - 1)) >= 0;
	}

	static boolean hasControl(String value) {
		return value.chars().anyMatch(Character::isISOControl);
	}

	/**
	 * Return what is wrong with the characters of a text, if anything, without showing
	 * it.
	 * @param value the text, not empty
	 * @param longest how many characters it may have
	 */
	static @Nullable String fault(String value, int longest) {
		if (hasPlaceholder(value)) {
			return "holds a placeholder without a value";
		}
		if (isQuoted(value)) {
			return "is in quotes, which are taken for a part of it";
		}
		if (value.chars().anyMatch(PropertyText::isBlank)) {
			return "holds a blank or a line break";
		}
		if (hasControl(value)
				|| value.chars().anyMatch((character) -> Character.getType(character) == Character.FORMAT)) {
			return "holds a control character";
		}
		return (value.length() > longest)
				? String.format(Locale.ROOT, "has %d characters: there must be at most %,d", value.length(), longest)
				: null;
	}

}

package io.contacthub.json;

import org.springframework.util.Assert;

/**
 * The check that a text can be sent at all: half of a character, as is left when a text
 * is cut within an emoji, has no encoding and would arrive as another character. For this
 * library.
 */
public final class UnicodeChecks {

	private UnicodeChecks() {
	}

	/**
	 * Return whether each character of a text is a whole one.
	 * @param text the text
	 * @return {@code false} when it holds half of a surrogate pair
	 */
	public static boolean isWellFormed(CharSequence text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isSurrogate(character)) {
				boolean pair = Character.isHighSurrogate(character) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1));
				if (!pair) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	/**
	 * Refuse a text that cannot be sent.
	 * @param name what the text is for
	 * @param text the text
	 * @throws IllegalArgumentException when it holds half of a surrogate pair
	 */
	public static void check(String name, CharSequence text) {
		Assert.isTrue(isWellFormed(text), () -> "'" + name
				+ "' holds half of a character, which has no encoding: do not cut texts between two surrogates");
	}

}

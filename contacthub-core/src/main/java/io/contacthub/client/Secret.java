package io.contacthub.client;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The token of a request, to be left out of all that is said of the request's failure:
 * servers, proxies and parsers repeat what they were sent.
 */
final class Secret {

	private static final String MASK = "***";

	private static final int LONG = 8;

	private static final int PART = 6;

	private final @Nullable String token;

	private final @Nullable Pattern pattern;

	private Secret(@Nullable String token) {
		this.token = token;
		this.pattern = (token != null) ? pattern(token) : null;
	}

	/**
	 * The secret of a request.
	 * @param token the token, {@code null} when none was sent
	 */
	static Secret of(@Nullable String token) {
		return new Secret(token);
	}

	private static Pattern pattern(String token) {
		String letters = token.chars().mapToObj(Secret::spellings).collect(Collectors.joining());
		// a short one may be a word of the message, or a part of one
		String whole = (token.length() < LONG) ? "(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])" : letters;
		return Pattern.compile(whole, Pattern.CASE_INSENSITIVE);
	}

	/**
	 * A character as it is, and as JSON, addresses and HTML may have it.
	 */
	private static String spellings(int character) {
		return "(?:\\\\?%1$s|\\\\u00%2$02x|%%%2$02x|&#%2$d;|&#x%2$02x;)"
			.formatted(Pattern.quote(Character.toString(character)), character);
	}

	/**
	 * A text without the token, and without a beginning of it at its end, where the text
	 * may have been cut.
	 */
	String hide(String text) {
		if (this.token == null || this.pattern == null) {
			return text;
		}
		String hidden = this.pattern.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
		for (int length = Math.min(this.token.length() - 1, hidden.length()); length >= LONG; length--) {
			if (hidden.regionMatches(true, hidden.length() - length, this.token, 0, length)) {
				return hidden.substring(0, hidden.length() - length) + MASK;
			}
		}
		return hidden;
	}

	/**
	 * A failure whose message, and those of its causes, hold neither the token nor a part
	 * of it, at which a parser has stopped: itself, or one that says no more than where
	 * it happened.
	 */
	@Nullable Throwable hide(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (failure != null && holdsPart(String.valueOf(cause.getMessage()))) {
				IOException hidden = new IOException(
						failure.getClass().getName() + " (its message is left out, since it holds the token)");
				hidden.setStackTrace(failure.getStackTrace());
				return hidden;
			}
		}
		return failure;
	}

	private boolean holdsPart(String text) {
		if (this.token == null) {
			return false;
		}
		String lower = text.toLowerCase(Locale.ROOT);
		return !hide(text).equals(text) || Arrays.stream(this.token.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+"))
			.anyMatch((part) -> part.length() >= PART && lower.contains(part));
	}

}

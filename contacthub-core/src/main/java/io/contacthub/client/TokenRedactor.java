package io.contacthub.client;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Redactor of the tokens of a call, which are left out of all that is said of the
 * request's failure: servers, proxies and parsers repeat what they were sent.
 */
final class TokenRedactor {

	private static final String MASK = "***";

	private static final int LONG = 8;

	private static final int PART = 6;

	private static final int DEEPEST = 50;

	private final Collection<String> tokens;

	private final List<Pattern> patterns;

	/**
	 * Create what hides the tokens of a call.
	 * @param tokens the tokens that were sent, none, one, or more when it changed
	 */
	TokenRedactor(Collection<String> tokens) {
		this.tokens = tokens;
		this.patterns = tokens.stream().map(TokenRedactor::pattern).toList();
	}

	private static Pattern pattern(String token) {
		String letters = token.chars().mapToObj(TokenRedactor::spellings).collect(Collectors.joining());
		// a short one may be a word of the message, or a part of one
		String whole = (token.length() < LONG) ? "(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])" : letters;
		return Pattern.compile(whole, Pattern.CASE_INSENSITIVE);
	}

	/**
	 * Return a character as it is, and as JSON, addresses and HTML may have it.
	 */
	private static String spellings(int character) {
		return String.format(Locale.ROOT, "(?:\\\\?%1$s|\\\\u00%2$02x|%%%2$02x|&#%2$d;|&#x%2$02x;)",
				Pattern.quote(Character.toString(character)), character);
	}

	/**
	 * Return a text without the token, and without a beginning of it at its end, where
	 * the text may have been cut.
	 */
	String hide(String text) {
		String hidden = text;
		for (Pattern pattern : this.patterns) {
			hidden = pattern.matcher(hidden).replaceAll(Matcher.quoteReplacement(MASK));
		}
		for (String token : this.tokens) {
			for (int length = Math.min(token.length() - 1, hidden.length()); length >= LONG; length--) {
				if (hidden.regionMatches(true, hidden.length() - length, token, 0, length)) {
					return hidden.substring(0, hidden.length() - length) + MASK;
				}
			}
		}
		return hidden;
	}

	/**
	 * Return a failure whose message, and those of its causes, hold neither the token nor
	 * a part of it, at which a parser has stopped: itself, or one that says no more than
	 * where it happened.
	 */
	@Nullable Throwable hide(@Nullable Throwable failure) {
		if (failure == null || this.tokens.isEmpty() || !holdsPart(failure, 0)) {
			return failure;
		}
		return withoutMessage(failure, "it holds the token");
	}

	/**
	 * Return a failure that says no more than where another one happened.
	 * @param failure the other one
	 * @param reason why its message is left out
	 */
	static Throwable withoutMessage(Throwable failure, String reason) {
		IOException hidden = new IOException(
				failure.getClass().getName() + " (its message is left out, since " + reason + ")");
		hidden.setStackTrace(failure.getStackTrace());
		return hidden;
	}

	private boolean holdsPart(Throwable failure, int depth) {
		Throwable cause = failure.getCause();
		return holdsPart(String.valueOf(failure.getMessage())) || (depth < DEEPEST
				&& ((cause != null && holdsPart(cause, depth + 1)) || Arrays.stream(failure.getSuppressed())
					.anyMatch((suppressed) -> holdsPart(suppressed, depth + 1))));
	}

	private boolean holdsPart(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return !hide(text).equals(text) || this.tokens.stream()
			.flatMap((token) -> Arrays.stream(token.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+")))
			.anyMatch((part) -> part.length() >= PART && lower.contains(part));
	}

}

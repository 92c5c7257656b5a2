package io.contacthub.emulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of times such as {@code 50ms}, {@code 30s} and {@code PT0.05S}, of which only
 * {@code 0} needs no unit. For this library.
 */
public final class DurationText {

	private static final Pattern SIMPLE = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

	private DurationText() {
	}

	/**
	 * Read a time.
	 * @param text the text
	 * @return the time
	 * @throws IllegalArgumentException if it is something else
	 */
	public static Duration read(String text) {
		if (text.equals("0")) {
			return Duration.ZERO;
		}
		Matcher simple = SIMPLE.matcher(text);
		if (!simple.matches()) {
			try {
				return Duration.parse(text);
			}
			catch (DateTimeParseException ex) {
				throw new IllegalArgumentException("a time such as 50ms, 30s or PT0.05S is expected, was " + text);
			}
		}
		long amount = Long.parseLong(simple.group(1));
		return switch (simple.group(2)) {
			case "ms" -> Duration.ofMillis(amount);
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			default -> Duration.ofDays(amount);
		};
	}

}

package io.contacthub.emulator.program;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.contacthub.emulator.UniquenessPolicy;

/**
 * Reader of the values of options.
 */
final class OptionText {

	private OptionText() {
	}

	static int integer(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("a whole number is expected");
		}
	}

	static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("a whole number is expected");
		}
	}

	static double share(String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("a number from 0 to 1 is expected, such as 0.1");
		}
	}

	static boolean flag(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException("true or false is expected");
		};
	}

	static Instant instant(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("a time is expected such as 2026-03-29T00:59:00Z");
		}
	}

	static UniquenessPolicy policy(String text) {
		String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
		return Arrays.stream(UniquenessPolicy.values())
			.filter((policy) -> policy.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(Form.POLICY.label() + " is expected"));
	}

	static String[] list(String text) {
		String[] texts = Arrays.stream(text.split(",", -1)).map(String::strip).toArray(String[]::new);
		if (Arrays.asList(texts).contains("")) {
			throw new IllegalArgumentException("a text between commas is empty");
		}
		return texts;
	}

	static Path[] paths(String text) {
		return Arrays.stream(list(text)).map(Path::of).toArray(Path[]::new);
	}

	static Map<String, String> pairs(String text) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String pair : list(text)) {
			String[] parts = pair.split("=", 2);
			if (parts.length < 2) {
				throw new IllegalArgumentException("'" + pair + "' is expected to be name=value");
			}
			if (pairs.put(parts[0].strip(), parts[1].strip()) != null) {
				throw new IllegalArgumentException("'" + parts[0].strip() + "' is there twice");
			}
		}
		return pairs;
	}

	/**
	 * Form of a value.
	 */
	enum Form {

		NUMBER("<number>"),

		SHARE("<share>"),

		TEXT("<text>"),

		TEXTS("<text>[,...]"),

		FLAG("true|false"),

		TIME("<time>"),

		INSTANT("<instant>"),

		FOLDER("<folder>"),

		FILE("<file>"),

		FILES("<file>[,...]"),

		POLICY(Arrays.stream(UniquenessPolicy.values())
			.map((policy) -> policy.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining("|")));

		private final String label;

		Form(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

		/**
		 * Return whether an option may be there several times, or have several values.
		 */
		boolean isList() {
			return this == TEXTS || this == FILES;
		}

		/**
		 * Return whether the value is read from the disk, so that it may be unusable for
		 * reasons that are not in its text.
		 */
		boolean isFile() {
			return this == FOLDER || this == FILE || this == FILES;
		}

	}

}

package io.contacthub.format;

import java.util.regex.Pattern;

/**
 * Texts that spreadsheets take for formulas. Before one of them a {@code '} is written;
 * before a text that looks as if one had been written already, there is another one.
 */
final class Formulas {

	private static final Pattern PLAIN = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

	private Formulas() {
	}

	/**
	 * Return whether a spreadsheet takes a text for a formula.
	 */
	static boolean isFormula(String text) {
		return !text.isEmpty() && text.charAt(0) != '\'' && PLAIN.matcher(text).matches();
	}

	static String escape(String text) {
		return PLAIN.matcher(text).matches() ? "'" + text : text;
	}

	static String unescape(String text) {
		return (text.startsWith("'") && PLAIN.matcher(text).matches()) ? text.substring(1) : text;
	}

}

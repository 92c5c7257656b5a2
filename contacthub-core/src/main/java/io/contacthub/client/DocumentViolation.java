package io.contacthub.client;

import java.io.Serializable;

/**
 * Violation of a schema by a document: a place in it, the rule that it breaks, and the
 * kind of value that is there. The value itself is nowhere in it, but the names of
 * properties are: they are part of the path.
 *
 * @param path the JSON pointer to the place in the document, such as
 * {@code /properties/url}
 * @param rule the keyword of the schema and what it asks for, such as {@code type string}
 * or {@code maximum 10}; cut at 100 characters
 * @param found the kind of value: text, number, boolean, list, object, null, or nothing
 */
public record DocumentViolation(String path, String rule, String found) implements Serializable {

	private static final int LONGEST_RULE = 100;

	private static final int LONGEST_PATH = 200;

	/**
	 * Cut the rule.
	 */
	public DocumentViolation {
		rule = cut(rule, LONGEST_RULE);
	}

	private static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
		return text.substring(0, end) + "\u2026";
	}

	/**
	 * Return the violation as it is shown in messages, such as
	 * {@code /properties/url must be of format uri and is another text}.
	 */
	@Override
	public String toString() {
		int blank = this.rule.indexOf(' ');
		String keyword = (blank < 0) ? this.rule : this.rule.substring(0, blank);
		String asked = this.rule.substring(Math.min(this.rule.length(), keyword.length() + 1));
		String told = switch (keyword) {
			case "required" -> "is required and missing";
			case "additionalProperties", "unevaluatedProperties" -> "is not in the schema";
			case "type" -> "must be of type " + asked + " and is " + kind("");
			case "format" -> "must be of format " + asked + " and is " + kind("another ");
			case "enum" -> "must be one of " + asked + " and is " + kind("another ");
			default -> "must meet '" + this.rule + "' and is " + kind("");
		};
		return cut(printable(this.path), LONGEST_PATH) + " " + printable(told);
	}

	private String kind(String another) {
		return switch (this.found) {
			case "text" -> another.isEmpty() ? "a text" : another + "text";
			case "null", "nothing" -> this.found;
			case "object" -> "an object";
			default -> "a " + this.found;
		};
	}

	private static String printable(String text) {
		return text.replaceAll("\\p{Cntrl}", "?");
	}

}

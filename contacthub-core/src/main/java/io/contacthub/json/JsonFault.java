package io.contacthub.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * What is wrong with a text that is no JSON, for people who have written it. For this
 * library.
 */
public final class JsonFault {

	private static final Pattern TWICE = Pattern.compile("Duplicate Object property (\".*\")", Pattern.DOTALL);

	private JsonFault() {
	}

	/**
	 * Return what is wrong.
	 * @param exception the exception thrown when the text was read
	 * @param otherwise the sentence when nothing more than that is known
	 * @return a sentence, or its end after the name of the text
	 */
	public static String of(JacksonException exception, String otherwise) {
		if (exception instanceof UnexpectedEndOfInputException) {
			return "the JSON is not closed";
		}
		if (exception instanceof StreamConstraintsException) {
			return "is JSON that is nested too deep, or has too long a name, text or number";
		}
		if (exception instanceof MismatchedInputException) {
			return "is no JSON: there is more after its end";
		}
		Matcher twice = TWICE.matcher(String.valueOf(exception.getOriginalMessage()));
		return twice.matches() ? "is no JSON: it has " + twice.group(1) + " twice" : otherwise;
	}

}

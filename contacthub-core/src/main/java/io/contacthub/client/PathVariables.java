package io.contacthub.client;

import java.util.Map;
import java.util.regex.Pattern;

import io.contacthub.json.UnicodeChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Checks of the ids that become segments of a path. They are encoded, so nearly every
 * text will do; refused is what a server or a proxy could take for a step to another
 * path.
 */
final class PathVariables {

	private static final int LONGEST = 1024;

	private static final Pattern DOT_SEGMENT = Pattern.compile("(?:^|[/\\\\])\\.\\.?(?:[/\\\\]|\\z)");

	private static final String KNOWN = "give the id that ContactHub knows";

	private PathVariables() {
	}

	/**
	 * Refuse an id that is {@code null} before Spring misses it, by the name that callers
	 * know.
	 * @return {@code false}: others have the argument
	 */
	static boolean refuseNull(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder values) {
		if (argument == null && parameter.hasParameterAnnotation(PathVariable.class)) {
			check(String.valueOf(parameter.getParameterName()), (String) null);
		}
		return false;
	}

	static void check(String template, Map<String, String> variables) {
		variables.forEach((name, value) -> {
			if (template.contains("{" + name + "}")) {
				check(name, value);
			}
		});
	}

	static void check(String name, @Nullable String value) {
		Fault fault = fault(value);
		if (fault != null) {
			throw new IllegalArgumentException("'" + name + "' "
					+ ((fault.problem() != null) ? fault.problem() : "is '" + value + "'") + ": " + fault.remedy());
		}
	}

	/**
	 * Return what is wrong with an id.
	 * @param value the id
	 * @return the fault, or {@code null} when there is none
	 */
	static @Nullable Fault fault(@Nullable String value) {
		if (value == null) {
			return new Fault("is null", KNOWN);
		}
		if (value.isBlank()) {
			return new Fault("is blank", KNOWN);
		}
		if (value.length() > LONGEST) {
			return new Fault("has " + value.length() + " characters", "at most " + LONGEST + " are sent in a path");
		}
		if (holdsControl(value)) {
			return new Fault("holds a control character", KNOWN);
		}
		if (!UnicodeChecks.isWellFormed(value)) {
			return new Fault("holds half of a character, which has no encoding",
					"do not cut texts between two surrogates");
		}
		return DOT_SEGMENT.matcher(value).find() ? new Fault(null, "'.' and '..' would lead to another path, " + KNOWN)
				: null;
	}

	private static boolean holdsControl(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (Character.isISOControl(value.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is wrong with an id.
	 *
	 * @param problem the fault, to be read after a name, or {@code null} when the id
	 * itself shows it
	 * @param remedy what to do about it
	 */
	record Fault(@Nullable String problem, String remedy) {

	}

}

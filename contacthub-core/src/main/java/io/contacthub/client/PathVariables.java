package io.contacthub.client;

import java.util.Map;

import io.contacthub.json.Unicode;

import org.springframework.util.Assert;

/**
 * Checks the ids that become segments of a path. They are encoded, so nearly every text
 * will do; refused is what a server or a proxy could take for a step to another path.
 */
final class PathVariables {

	private static final int LONGEST = 1024;

	private PathVariables() {
	}

	static void check(String template, Map<String, String> variables) {
		variables.forEach((name, value) -> {
			if (template.contains("{" + name + "}")) {
				check(name, value);
			}
		});
	}

	static void check(String name, String value) {
		Assert.isTrue(!value.isBlank(), () -> "'" + name + "' is blank: give the id that ContactHub knows");
		Assert.isTrue(value.length() <= LONGEST, () -> "'" + name + "' has " + value.length() + " characters: at most "
				+ LONGEST + " are sent in a path");
		Assert.isTrue(value.chars().noneMatch(Character::isISOControl),
				() -> "'" + name + "' holds a control character: give the id that ContactHub knows");
		Unicode.check(name, value);
		for (String segment : value.split("[/\\\\]", -1)) {
			Assert.isTrue(!segment.equals(".") && !segment.equals(".."), () -> "'" + name + "' is '" + value
					+ "': '.' and '..' would lead to another path, give the id that ContactHub knows");
		}
	}

}

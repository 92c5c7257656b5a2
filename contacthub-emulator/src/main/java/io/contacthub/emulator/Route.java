package io.contacthub.emulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A method and a path with a handler behind them.
 *
 * @param method the HTTP method
 * @param template the segments of the path, variable ones in braces
 * @param handler answers the requests
 */
record Route(String method, List<String> template, RequestHandler handler) {

	static Route of(String method, String path, RequestHandler handler) {
		return new Route(method, List.of(path.split("/")), handler);
	}

	/**
	 * Return whether the template is one of some paths.
	 */
	boolean isOneOf(String... paths) {
		return List.of(paths).contains(String.join("/", this.template));
	}

	/**
	 * Compare a path with the template.
	 * @param segments the segments of the path
	 * @return the values of the variable segments by their names, or null if the path is
	 * another one
	 */
	@Nullable Map<String, String> match(List<String> segments) {
		if (segments.size() != this.template.size()) {
			return null;
		}
		Map<String, String> variables = new HashMap<>();
		for (int index = 0; index < segments.size(); index++) {
			String expected = this.template.get(index);
			String segment = segments.get(index);
			if (expected.startsWith("{") && !segment.isEmpty()) {
				variables.put(expected.substring(1, expected.length() - 1), segment);
			}
			else if (!expected.equals(segment)) {
				return null;
			}
		}
		return variables;
	}

}

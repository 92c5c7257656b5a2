package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method and a path with an operation behind them.
 *
 * @param method the HTTP method
 * @param template the segments of the path, variable ones in braces
 * @param operation answers the calls
 */
record Route(String method, List<String> template, Operation operation) {

	static Route of(String method, String path, Operation operation) {
		return new Route(method, List.of(path.split("/")), operation);
	}

	/**
	 * Compares the path with the template.
	 * @param segments the segments of the path
	 * @return the variable parts or null if the path is another one
	 */
	@Nullable List<String> match(List<String> segments) {
		if (segments.size() != this.template.size()) {
			return null;
		}
		List<String> ids = new ArrayList<>();
		for (int index = 0; index < segments.size(); index++) {
			String expected = this.template.get(index);
			String segment = segments.get(index);
			if (expected.startsWith("{") && !segment.isEmpty()) {
				ids.add(segment);
			}
			else if (!expected.equals(segment)) {
				return null;
			}
		}
		return ids;
	}

}

package io.contacthub.emulator;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Limits of the size of the parts of a document.
 */
final class SizeLimits {

	private static final int PART = 64 * 1024;

	private SizeLimits() {
	}

	static void check(JsonNode document, List<Violation> violations, String... parts) {
		for (String part : parts) {
			JsonNode value = document.path(part);
			if (!Json.isUnset(value) && Json.bytes(value).length > PART) {
				violations.add(new Violation("/" + part, "larger than 64 KB"));
			}
		}
	}

}

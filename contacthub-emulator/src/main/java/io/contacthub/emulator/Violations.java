package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs checks and ends the operation if they find something.
 */
final class Violations {

	private Violations() {
	}

	static void none(String reason, Consumer<List<Violation>> checks) {
		List<Violation> violations = new ArrayList<>();
		checks.accept(violations);
		if (!violations.isEmpty()) {
			throw Rejection.invalid(reason, violations);
		}
	}

}

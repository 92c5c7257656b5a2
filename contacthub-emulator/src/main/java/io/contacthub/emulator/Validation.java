package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs checks and ends the operation if they find something.
 */
final class Validation {

	private Validation() {
	}

	static void check(String reason, Consumer<List<Violation>> checks) {
		List<Violation> violations = new ArrayList<>();
		checks.accept(violations);
		if (!violations.isEmpty()) {
			throw RequestRejectedException.invalid(reason, violations);
		}
	}

}

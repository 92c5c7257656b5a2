package io.contacthub.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Validation of what a request sends.
 */
final class Validation {

	private Validation() {
	}

	/**
	 * Run checks, and reject the request if they find something.
	 * @param reason the message of the response
	 * @param checks the checks, which add what they find
	 */
	static void check(String reason, Consumer<List<Violation>> checks) {
		List<Violation> violations = new ArrayList<>();
		checks.accept(violations);
		rejectIfAny(reason, violations);
	}

	/**
	 * Reject the request if something was found.
	 * @param reason the message of the response
	 * @param violations what was found
	 */
	static void rejectIfAny(String reason, List<Violation> violations) {
		if (!violations.isEmpty()) {
			throw RequestRejectedException.invalid(reason, violations);
		}
	}

}

package io.contacthub.samples.migration;

import java.util.Map;

/**
 * Exception thrown when a command cannot go on; its message is for people.
 */
class MigrationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ExitCode exitCode;

	MigrationException(ExitCode exitCode, String message) {
		this(exitCode, message, null);
	}

	MigrationException(ExitCode exitCode, String message, Throwable cause) {
		super(message, cause);
		this.exitCode = exitCode;
	}

	/**
	 * Refuse options that do not go together.
	 */
	static void refuse(boolean misused, String message) {
		if (misused) {
			throw new MigrationException(ExitCode.USAGE, message);
		}
	}

	/**
	 * Check that a command goes on as it was begun.
	 * @param begun what it was begun with
	 * @param now what it goes on with
	 * @throws MigrationException when that is not the same
	 */
	static void checkSame(Map<String, String> begun, Map<String, String> now) {
		now.forEach((name, value) -> {
			String before = begun.get(name);
			if (!value.equals(before)) {
				throw new MigrationException(ExitCode.USAGE, "It was begun with " + name + " " + before + " and not "
						+ value + ": go on with the same, or begin again with --restart.");
			}
		});
	}

	ExitCode exitCode() {
		return this.exitCode;
	}

}

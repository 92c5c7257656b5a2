package io.contacthub.samples.migration;

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

	ExitCode exitCode() {
		return this.exitCode;
	}

}

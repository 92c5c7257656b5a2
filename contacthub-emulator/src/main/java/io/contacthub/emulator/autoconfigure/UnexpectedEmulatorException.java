package io.contacthub.emulator.autoconfigure;

/**
 * Exception thrown when an application that was processed ahead of time has the emulator
 * built in, although it is now configured to run on ContactHub itself.
 */
class UnexpectedEmulatorException extends RuntimeException {

	private final String reason;

	UnexpectedEmulatorException(String reason) {
		super("The application was built to run on a ContactHub emulator, but " + reason
				+ ": build it with contacthub.emulator.enabled=false");
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}

package io.contacthub.emulator.program;

/**
 * Exception thrown when the program cannot do what it was asked to. Its message is one
 * line for the user.
 */
final class ProgramException extends RuntimeException {

	/**
	 * The exit code of a program that was called wrongly.
	 */
	static final int USAGE = 2;

	/**
	 * The exit code of a program that was called rightly and cannot go on.
	 */
	static final int FAILURE = 1;

	private static final int LONGEST = 500;

	private final int exitCode;

	private final String line;

	ProgramException(int exitCode, String message, Throwable cause) {
		super(message, cause);
		this.exitCode = exitCode;
		this.line = line(message);
	}

	ProgramException(int exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
		this.line = line(message);
	}

	@Override
	public String getMessage() {
		return this.line;
	}

	int exitCode() {
		return this.exitCode;
	}

	private static String line(String message) {
		String line = message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + "...";
	}

}

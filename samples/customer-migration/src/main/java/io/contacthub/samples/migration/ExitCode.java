package io.contacthub.samples.migration;

/**
 * What the program tells those that have started it.
 */
enum ExitCode {

	/** All is done, or file and node are equal. */
	DONE(0),

	/** It is done, but for rows that were refused or failed, or file and node differ. */
	PROBLEMS(1),

	/** It was not called as it can be. */
	USAGE(2),

	/** The file cannot be read. */
	UNREADABLE(3),

	/** ContactHub cannot be reached, or refuses all. */
	CONTACTHUB(4),

	/** The report, the state or what was exported cannot be written. */
	UNWRITABLE(5),

	/** There is a fault in the program. */
	FAULT(70),

	/** It was stopped, as by Ctrl-C; another signal gives another code. */
	INTERRUPTED(130);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	int code() {
		return this.code;
	}

}

package io.contacthub.samples.desk.move;

import java.util.Locale;

/**
 * Why an import does not go on to the end of its file.
 */
enum StopReason {

	/**
	 * Somebody wants it.
	 */
	CANCELLED,

	/**
	 * The desk is shut down.
	 */
	SHUTDOWN,

	/**
	 * Not one of many rows was taken, so that the file must be another one than was
	 * meant.
	 */
	HOPELESS,

	/**
	 * ContactHub is away, or would refuse anything.
	 */
	CONTACTHUB,

	/**
	 * The files of the import cannot be read or written.
	 */
	FILES,

	/**
	 * Anything else.
	 */
	FAILURE;

	/**
	 * Return whether the rest of the file is kept, to be imported later.
	 */
	boolean isResumed() {
		return this == CANCELLED || this == HOPELESS || this == CONTACTHUB;
	}

	/**
	 * Return the key of its words.
	 */
	public String code() {
		return "move.stopped." + name().toLowerCase(Locale.ROOT);
	}

}

package io.contacthub.emulator;

/**
 * Kind of a token, which says what its bearer may do.
 */
public enum TokenKind {

	/**
	 * Token of a trusted source, which may do everything that the emulator serves.
	 */
	TRUSTED,

	/**
	 * Token of an untrusted source, such as a web page: it may list customers, and write
	 * customers, their parts, sessions and events. A single customer, events and sessions
	 * cannot be read, and nothing can be deleted. A conflict does not say which customer
	 * it is with.
	 */
	UNTRUSTED,

	/**
	 * Token that may read everything and write nothing.
	 */
	READ_ONLY,

	/**
	 * Token that was valid once and is refused.
	 */
	EXPIRED

}

package io.contacthub.emulator;

/**
 * Kind of a token, which says what its bearer may do. But for the last two, and for what
 * an administrator may do here, these are the scopes that ContactHub documents for each
 * of its operations.
 */
public enum TokenKind {

	/**
	 * Token of an administrator, who may do everything.
	 */
	ADMIN,

	/**
	 * Token of a user, who may do everything with customers, events and segments, and
	 * read the analytics, the updates and much of the configuration.
	 */
	USER,

	/**
	 * Token of a guest, who may read customers, segments, analytics and much of the
	 * configuration, but no events and no sessions.
	 */
	GUEST,

	/**
	 * Token of a trusted source, which may do everything with customers, events and
	 * segments, and read analytics and the properties of customers, but neither updates
	 * nor the rest of the configuration.
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
	 * Token that may read the updates.
	 */
	PLATFORM_UPDATES,

	/**
	 * Token of a data protection officer, who may read the consent register.
	 */
	DPO,

	/**
	 * Token that may read everything and write nothing.
	 */
	READ_ONLY,

	/**
	 * Token that was valid once and is refused.
	 */
	EXPIRED

}

package io.contacthub.error;

/**
 * Why an operation failed, and with it whether a write may have been carried out.
 */
public enum FailureReason {

	/**
	 * ContactHub answered with a status that is not 2xx: nothing was written, unless the
	 * status is 5xx, which leaves it open.
	 */
	ERROR_STATUS,

	/**
	 * ContactHub answered with success, but with something that cannot be read: a write
	 * was carried out.
	 */
	UNREADABLE_ANSWER,

	/**
	 * No complete answer came in time: whether a write was carried out is unknown.
	 */
	TIMED_OUT,

	/**
	 * No connection was made, so that nothing was sent.
	 */
	NOT_CONNECTED,

	/**
	 * The connection failed, or carried something that is not HTTP, before an answer was
	 * complete: whether a write was carried out is unknown.
	 */
	CONNECTION_LOST,

	/**
	 * The server could not prove that it is ContactHub, so that nothing was sent.
	 */
	UNTRUSTED_SERVER

}

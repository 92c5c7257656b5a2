package io.contacthub.error;

/**
 * Reason why the last attempt of an operation failed, and with it whether that attempt
 * may have carried out a write. Earlier attempts may have carried it out where the method
 * is PUT, PATCH or DELETE; a POST is repeated only when it was certainly not carried out.
 */
public enum FailureReason {

	/**
	 * ContactHub, or what is in its place, answered with a status that is not 2xx. With
	 * 4xx nothing was written, except for 408, which leaves it open as 3xx and 5xx do;
	 * 503 with {@code Retry-After} does not.
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

package io.contacthub.client;

/**
 * What happens to a write that may have been carried out: the connection was lost, no
 * answer came in time, or it was 408, 502, 503 or 504.
 */
public enum Delivery {

	/**
	 * It counts as failed, and is never sent twice.
	 */
	AT_MOST_ONCE,

	/**
	 * It is sent again, so that ContactHub may have it twice.
	 */
	AT_LEAST_ONCE

}

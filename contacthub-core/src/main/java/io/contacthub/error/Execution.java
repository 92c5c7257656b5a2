package io.contacthub.error;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Execution of a request that failed: whether ContactHub did what it was asked for
 * nevertheless.
 */
public enum Execution {

	/**
	 * Nothing was done: nothing was sent, or ContactHub refused it.
	 */
	NO,

	/**
	 * It may have been done: no complete answer came, or one that tells nothing of it,
	 * which is 3xx, 408 or 5xx; but not 503 with {@code Retry-After}.
	 */
	UNKNOWN,

	/**
	 * It was done: ContactHub answered with success, by something that cannot be read.
	 */
	YES;

	/**
	 * Judge a request by why it failed.
	 * @param reason why it failed
	 * @param status the status of the answer, 0 when there was none
	 * @param retryAfter how long ContactHub asked to wait, or {@code null} when it did
	 * not
	 * @return whether it was carried out
	 */
	public static Execution of(FailureReason reason, int status, @Nullable Duration retryAfter) {
		return switch (reason) {
			case NOT_CONNECTED, UNTRUSTED_SERVER -> NO;
			case TIMED_OUT, CONNECTION_LOST -> UNKNOWN;
			case UNREADABLE_ANSWER -> YES;
			case ERROR_STATUS ->
				(Repeatability.of(reason, status, retryAfter) != Repeatability.ALWAYS && isOpen(status)) ? UNKNOWN : NO;
		};
	}

	private static boolean isOpen(int status) {
		return status == 408 || status >= 500 || (status >= 300 && status < 400);
	}

}

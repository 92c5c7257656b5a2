package io.contacthub.error;

import org.jspecify.annotations.Nullable;

/**
 * An operation that failed, as the exceptions of this library carry it.
 *
 * @param operation the API operation, such as {@code GET /customers/{id}}; it holds no
 * ids
 * @param attempts how many requests were made, at least 1
 * @param apiError what the API said, or {@code null} when no answer came
 */
public record FailedOperation(String operation, int attempts, @Nullable ApiError apiError) {

	/**
	 * Say what failed.
	 * @param reason why it failed
	 * @return the message of an exception
	 */
	public String describe(String reason) {
		return this.operation + " failed" + ((this.attempts > 1) ? " after " + this.attempts + " attempts" : "") + ": "
				+ reason;
	}

}

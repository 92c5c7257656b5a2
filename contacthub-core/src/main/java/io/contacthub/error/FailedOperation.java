package io.contacthub.error;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * An operation that failed, as the exceptions of this library carry it.
 *
 * @param operation the API operation, such as {@code GET /customers/{id}}; it holds no
 * ids
 * @param attempts how many requests were made, at least 1
 * @param reason why the last of them failed
 * @param description the reason in words, without the token and without what a readable
 * answer held
 * @param apiError what the API said, or {@code null} when no complete answer came; of an
 * answer that could not be read it has the status and the beginning of the body
 * @param cause what the HTTP client or the JSON parser reported, or {@code null} when
 * neither failed
 */
public record FailedOperation(String operation, int attempts, FailureReason reason, String description,
		@Nullable ApiError apiError, @Nullable Throwable cause) implements Serializable {

	/**
	 * Say what failed, after how many attempts and why.
	 * @return the message of an exception
	 */
	public String message() {
		return this.operation + " failed" + ((this.attempts > 1) ? " after " + this.attempts + " attempts" : "") + ": "
				+ this.description;
	}

}

package io.contacthub.error;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by every exception that a call to ContactHub ends with. The exceptions
 * themselves are those that Spring's data access throws, so that they are caught by their
 * kind and asked here for the rest.
 */
public interface ContactHubFailure {

	/**
	 * The operation that failed.
	 * @return the operation, its attempts and what the API said
	 */
	FailedOperation failedOperation();

	/**
	 * What the API said.
	 * @return the error, or {@code null} when no answer came or it could not be read
	 */
	default @Nullable ApiError apiError() {
		return failedOperation().apiError();
	}

	/**
	 * The API operation, such as {@code GET /customers/{id}}; it holds no ids.
	 * @return method and path template
	 */
	default String operation() {
		return failedOperation().operation();
	}

	/**
	 * How many requests were made.
	 * @return at least 1
	 */
	default int attempts() {
		return failedOperation().attempts();
	}

}

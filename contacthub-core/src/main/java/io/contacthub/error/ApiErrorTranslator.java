package io.contacthub.error;

import org.springframework.dao.DataAccessException;

/**
 * Turns what ContactHub said into the exception that is thrown.
 */
@FunctionalInterface
public interface ApiErrorTranslator {

	/**
	 * Translate an error.
	 * @param operation the operation that failed, with its {@code ApiError}
	 * @return the exception to throw
	 */
	DataAccessException translate(FailedOperation operation);

	/**
	 * The translation that holds unless another is given.
	 * @return the translation by status
	 */
	static ApiErrorTranslator byStatus() {
		return ApiErrors::translate;
	}

}

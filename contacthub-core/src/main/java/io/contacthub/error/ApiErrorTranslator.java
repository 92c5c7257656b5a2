package io.contacthub.error;

import org.springframework.dao.DataAccessException;

/**
 * Turns a failure into the exception that is thrown. All failures of requests come by
 * here, once their repetition has ended.
 */
@FunctionalInterface
public interface ApiErrorTranslator {

	/**
	 * Translate a failure.
	 * @param operation the operation that failed; it has an {@code ApiError} when an
	 * answer came
	 * @return the exception to throw, which need not be a {@link ContactHubFailure}
	 */
	DataAccessException translate(FailedOperation operation);

	/**
	 * The translation that holds unless another is given: by the reason of the failure,
	 * and by the status where ContactHub answered with one that is not 2xx. A translator
	 * of an application calls it for what it does not translate itself.
	 * @return the translation
	 */
	static ApiErrorTranslator byStatus() {
		return ApiErrors::translate;
	}

}

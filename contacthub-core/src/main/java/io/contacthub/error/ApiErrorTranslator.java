package io.contacthub.error;

import org.springframework.dao.DataAccessException;

/**
 * Strategy to turn a failure into the exception that is thrown. All failures of requests
 * come by here, once their repetition has ended, but for those of the health check.
 * <p>
 * The repositories rely on some kinds: {@code findById} is empty for an
 * {@link org.springframework.dao.EmptyResultDataAccessException} (404, 410),
 * {@code upsert} goes on after a {@link CustomerConflictException} (409), and
 * {@code addIfAbsent} after a
 * {@link org.springframework.dao.DataIntegrityViolationException} (400, 409, 413, 422).
 * Translate these statuses to these types or subclasses of them.
 */
@FunctionalInterface
public interface ApiErrorTranslator {

	/**
	 * Translate a failure.
	 * @param operation the operation that failed; it has an {@code ApiError} when an
	 * answer came
	 * @return the exception to throw, which need not be a {@link ContactHubFailure};
	 * never {@code null}
	 */
	DataAccessException translate(FailedOperation operation);

	/**
	 * Return the translation that holds unless another is given: by the reason of the
	 * failure, and by the status where ContactHub answered with one that is not 2xx. A
	 * translator of an application calls it for what it does not translate itself.
	 * @return the translation
	 */
	static ApiErrorTranslator byStatus() {
		return new StatusErrorTranslator();
	}

}

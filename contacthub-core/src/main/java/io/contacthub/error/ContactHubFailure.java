package io.contacthub.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Failure of a call to ContactHub, implemented by every exception that one ends with. The
 * exceptions themselves are those that Spring's data access throws, so that they are
 * caught by their kind and asked here for the rest. <pre class="code">{@code
 * try {
 *     customers.insert(customer);
 * }
 * catch (CustomerConflictException ex) {
 *     log.info("it is there already: {}", ex.existingCustomerId());
 * }
 * catch (DataIntegrityViolationException ex) {
 *     log.warn("refused: {}", ContactHubFailure.summary(ex));
 * }
 * }</pre>
 * <table class="striped">
 * <caption>What is thrown, unless the application has an {@link ApiErrorTranslator} of
 * its own</caption> <thead>
 * <tr>
 * <th scope="col">answer</th>
 * <th scope="col">exception of {@code org.springframework.dao}</th>
 * </tr>
 * </thead> <tbody>
 * <tr>
 * <td>400, 413, 422</td>
 * <td>{@code DataIntegrityViolationException}</td>
 * </tr>
 * <tr>
 * <td>401, 403</td>
 * <td>{@code PermissionDeniedDataAccessException}</td>
 * </tr>
 * <tr>
 * <td>404, 410 of ContactHub</td>
 * <td>{@code EmptyResultDataAccessException}; a method that returns an {@code Optional}
 * gives an empty one</td>
 * </tr>
 * <tr>
 * <td>409</td>
 * <td>{@link CustomerConflictException}, a {@code DuplicateKeyException}</td>
 * </tr>
 * <tr>
 * <td>no connection, one that was lost, 408, 423, 429, 502, 503, 504</td>
 * <td>{@code TransientDataAccessResourceException}</td>
 * </tr>
 * <tr>
 * <td>none in time</td>
 * <td>{@code QueryTimeoutException}, which is transient</td>
 * </tr>
 * <tr>
 * <td>another 5xx, a 404 that is not ContactHub's, a server that cannot prove who it
 * is</td>
 * <td>{@code DataAccessResourceFailureException}</td>
 * </tr>
 * <tr>
 * <td>any other status</td>
 * <td>{@code InvalidDataAccessResourceUsageException}</td>
 * </tr>
 * <tr>
 * <td>success that cannot be read</td>
 * <td>{@code DataRetrievalFailureException}</td>
 * </tr>
 * </tbody>
 * </table>
 */
public interface ContactHubFailure {

	/**
	 * Return the operation that failed.
	 * @return the operation, its attempts and what the API said
	 */
	FailedOperation failedOperation();

	/**
	 * Find the failure of ContactHub in an exception, also among its causes, so that it
	 * can be told from the failures of a database. <pre class="code">{@code
	 * ContactHubFailure.in(exception).ifPresent((failure) -> log.warn("logref {}", failure.logref()));
	 * }</pre>
	 * @param exception any exception
	 * @return the first failure of ContactHub in it, or empty when it has another reason
	 */
	static Optional<ContactHubFailure> in(@Nullable Throwable exception) {
		Throwable cause = exception;
		for (int depth = 0; cause != null && depth < 100; depth++) {
			if (cause instanceof ContactHubFailure failure) {
				return Optional.of(failure);
			}
			cause = cause.getCause();
		}
		return Optional.empty();
	}

	/**
	 * Say what an exception reports in one line for a log that is to have no personal
	 * values. The message of an exception repeats what ContactHub said, which may quote
	 * what was sent; this has the operation, the attempts, the reason, the status, codes
	 * and places of faults, and the {@code logref}. Of an exception that has no failure
	 * of ContactHub it says the class and where it was thrown, apart from classes of Java
	 * and checks of Spring. <pre class="code">{@code
	 * log.warn(ContactHubFailure.summary(exception));
	 * // POST /customers failed: ERROR_STATUS, status 400, errors: [at /base/contacts/email], logref: 5c38
	 * }</pre>
	 * @param exception any exception, {@code null} where none is known
	 * @return one line
	 */
	static String summary(@Nullable Throwable exception) {
		if (exception == null) {
			return "no failure is known";
		}
		return in(exception).map((failure) -> failure.failedOperation().summary()).orElseGet(() -> {
			String name = exception.getClass().getName();
			return Stream.of(exception.getStackTrace())
				.filter((frame) -> !frame.getClassName().matches("(java|jdk|org\\.springframework\\.util)\\..*"))
				.findFirst()
				.map((frame) -> name + " at " + frame)
				.orElse(name);
		});
	}

	/**
	 * Make a call that fails when there is no such thing, and take that for an answer.
	 * For this library.
	 * @param <T> the type of what it gives
	 * @param call makes the call
	 * @return what it gives, or empty when ContactHub says that there is none
	 */
	static <T> Optional<T> emptyIfNotFound(Supplier<T> call) {
		try {
			return Optional.of(call.get());
		}
		catch (EmptyResultDataAccessException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return what the API said.
	 * @return the error, or {@code null} when no complete answer came; of an answer that
	 * could not be read it has the status and the beginning of the body
	 */
	default @Nullable ApiError apiError() {
		return failedOperation().apiError();
	}

	/**
	 * Return why the last attempt failed.
	 * @return the reason; whether that attempt may have carried out a write is told by
	 * {@link #execution()}
	 */
	default FailureReason reason() {
		return failedOperation().reason();
	}

	/**
	 * Return the single faults that the API found in the request.
	 * @return the faults, empty when it named none
	 */
	default List<ApiError.Item> errors() {
		ApiError error = apiError();
		return (error != null) ? error.errors() : List.of();
	}

	/**
	 * Return the key under which ContactHub logged the failure; name it when asking for
	 * support.
	 * @return the key, or {@code null} when there is none
	 */
	default @Nullable String logref() {
		ApiError error = apiError();
		return (error != null) ? error.logref() : null;
	}

	/**
	 * Return the API operation, such as {@code GET /customers/{id}}; it holds no ids.
	 * @return method and path template
	 */
	default String operation() {
		return failedOperation().operation();
	}

	/**
	 * Return how many requests were made.
	 * @return at least 1
	 */
	default int attempts() {
		return failedOperation().attempts();
	}

	/**
	 * Return whether the last request may be made again. Those that may have been
	 * repeated already, as long as the settings say.
	 * @return what may be done about it
	 */
	default Repeatability repeatability() {
		return failedOperation().repeatability();
	}

	/**
	 * Return whether the last request was carried out nevertheless.
	 * @return whether it was, as far as it is known
	 */
	default Execution execution() {
		return failedOperation().execution();
	}

	/**
	 * Return how long ContactHub asks to wait before the next request.
	 * @return the time, not negative, or {@code null} when it did not say
	 */
	default @Nullable Duration retryAfter() {
		return failedOperation().retryAfter();
	}

}

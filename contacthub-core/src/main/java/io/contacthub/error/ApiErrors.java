package io.contacthub.error;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The table from status to exception.
 */
final class ApiErrors {

	private ApiErrors() {
	}

	static DataAccessException translate(FailedOperation operation) {
		ApiError error = operation.apiError();
		return switch ((error != null) ? error.status() : 0) {
			case 400, 413, 422 -> new InvalidDocument(operation);
			case 401, 403 -> new PermissionDenied(operation);
			case 404, 410 -> new NotFound(operation);
			case 409 -> new CustomerConflictException(operation);
			case 423, 429, 502, 503, 504 -> new TemporarilyUnavailable(operation);
			case 500 -> new ServerFailure(operation);
			default -> (error != null && error.status() > 500) ? new ServerFailure(operation)
					: new UnexpectedAnswer(operation);
		};
	}

	static String message(FailedOperation operation) {
		ApiError error = operation.apiError();
		return operation.describe((error != null) ? error.describe() : "no answer");
	}

	/** The API refused the document. */
	private static final class InvalidDocument extends DataIntegrityViolationException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		InvalidDocument(FailedOperation operation) {
			super(message(operation));
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** The token is wrong, or may not do this. */
	private static final class PermissionDenied extends PermissionDeniedDataAccessException
			implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		@SuppressWarnings("NullAway") // the superclass has no constructor without a
										// cause, and takes null
		PermissionDenied(FailedOperation operation) {
			super(message(operation), null);
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** There is no such thing. */
	private static final class NotFound extends EmptyResultDataAccessException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		NotFound(FailedOperation operation) {
			super(message(operation), 1);
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** The same request may succeed later. */
	private static final class TemporarilyUnavailable extends TransientDataAccessResourceException
			implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		TemporarilyUnavailable(FailedOperation operation) {
			super(message(operation));
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** ContactHub failed. */
	private static final class ServerFailure extends DataAccessResourceFailureException implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		ServerFailure(FailedOperation operation) {
			super(message(operation));
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** An answer that the API is not known to give, such as a redirect. */
	private static final class UnexpectedAnswer extends InvalidDataAccessResourceUsageException
			implements ContactHubFailure {

		private final transient FailedOperation failedOperation;

		UnexpectedAnswer(FailedOperation operation) {
			super(message(operation));
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

}

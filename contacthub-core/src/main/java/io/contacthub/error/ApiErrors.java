package io.contacthub.error;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The table from status to exception.
 */
final class ApiErrors {

	private ApiErrors() {
	}

	static DataAccessException translate(FailedOperation operation) {
		DataAccessException exception = switch (operation.reason()) {
			case ERROR_STATUS -> byStatus(operation);
			case UNREADABLE_ANSWER -> new Unreadable(operation);
			case TIMED_OUT -> new TimedOut(operation);
			case NOT_CONNECTED, CONNECTION_LOST -> new TemporarilyUnavailable(operation);
			case UNTRUSTED_SERVER -> new ServerFailure(operation);
		};
		if (operation.cause() != null && exception.getCause() != operation.cause()) {
			exception.initCause(operation.cause());
		}
		return exception;
	}

	private static DataAccessException byStatus(FailedOperation operation) {
		ApiError error = operation.apiError();
		int status = (error != null) ? error.status() : 0;
		return switch (status) {
			case 400, 413, 422 -> new InvalidDocument(operation);
			case 401, 403 -> new PermissionDenied(operation);
			case 404, 410 ->
				(error != null && error.isFromContactHub()) ? new NotFound(operation) : new ServerFailure(operation);
			case 408, 423, 429, 502, 503, 504 -> new TemporarilyUnavailable(operation);
			case 409 -> new CustomerConflictException(operation);
			default -> (status >= 500 && status < 600) ? new ServerFailure(operation) : new UnexpectedAnswer(operation);
		};
	}

	/** The API refused the document. */
	private static final class InvalidDocument extends DataIntegrityViolationException implements ContactHubFailure {

		private final FailedOperation failedOperation;

		InvalidDocument(FailedOperation operation) {
			super(operation.message());
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

		private final FailedOperation failedOperation;

		@SuppressWarnings("NullAway") // the superclass has no constructor without a
										// cause, and takes null
		PermissionDenied(FailedOperation operation) {
			super(operation.message(), operation.cause());
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** No complete answer in time. */
	private static final class TimedOut extends QueryTimeoutException implements ContactHubFailure {

		private final FailedOperation failedOperation;

		TimedOut(FailedOperation operation) {
			super(operation.message());
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** An answer that is no answer of the API, though its status says success. */
	private static final class Unreadable extends DataRetrievalFailureException implements ContactHubFailure {

		private final FailedOperation failedOperation;

		Unreadable(FailedOperation operation) {
			super(operation.message());
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** There is no such thing. */
	private static final class NotFound extends EmptyResultDataAccessException implements ContactHubFailure {

		private final FailedOperation failedOperation;

		NotFound(FailedOperation operation) {
			super(operation.message(), 1);
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

		private final FailedOperation failedOperation;

		TemporarilyUnavailable(FailedOperation operation) {
			super(operation.message());
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

	/** ContactHub failed, or what answered is not ContactHub. */
	private static final class ServerFailure extends DataAccessResourceFailureException implements ContactHubFailure {

		private final FailedOperation failedOperation;

		ServerFailure(FailedOperation operation) {
			super(operation.message());
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

		private final FailedOperation failedOperation;

		UnexpectedAnswer(FailedOperation operation) {
			super(operation.message());
			this.failedOperation = operation;
		}

		@Override
		public FailedOperation failedOperation() {
			return this.failedOperation;
		}

	}

}

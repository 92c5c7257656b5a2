package io.contacthub.error;

import org.springframework.dao.PermissionDeniedDataAccessException;

/**
 * Exception thrown when the token is wrong, or may not do this.
 */
final class ContactHubPermissionDeniedException extends PermissionDeniedDataAccessException
		implements ContactHubFailure {

	private final FailedOperation failedOperation;

	@SuppressWarnings("NullAway") // the superclass has no constructor without a cause,
									// and takes null
	ContactHubPermissionDeniedException(FailedOperation operation) {
		super(operation.message(), operation.cause());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

package io.contacthub.error;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Exception thrown when ContactHub fails, or what answers is not ContactHub.
 */
final class ContactHubServerException extends DataAccessResourceFailureException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubServerException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

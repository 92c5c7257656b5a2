package io.contacthub.error;

import org.springframework.dao.QueryTimeoutException;

/**
 * Exception thrown when no complete answer comes in time.
 */
final class ContactHubTimeoutException extends QueryTimeoutException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubTimeoutException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

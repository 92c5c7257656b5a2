package io.contacthub.error;

import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Exception thrown when ContactHub has no such thing.
 */
final class ContactHubNotFoundException extends EmptyResultDataAccessException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubNotFoundException(FailedOperation operation) {
		super(operation.message(), 1);
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

package io.contacthub.error;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Exception thrown when the same request may succeed later.
 */
final class ContactHubUnavailableException extends TransientDataAccessResourceException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubUnavailableException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

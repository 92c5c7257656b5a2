package io.contacthub.error;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Exception thrown when ContactHub refuses a document.
 */
final class ContactHubInvalidDocumentException extends DataIntegrityViolationException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubInvalidDocumentException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

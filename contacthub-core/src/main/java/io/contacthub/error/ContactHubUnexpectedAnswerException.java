package io.contacthub.error;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Exception thrown when an answer is one that the API is not known to give, such as a
 * redirect.
 */
final class ContactHubUnexpectedAnswerException extends InvalidDataAccessResourceUsageException
		implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubUnexpectedAnswerException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

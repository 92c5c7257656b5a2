package io.contacthub.error;

import org.springframework.dao.DataRetrievalFailureException;

/**
 * Exception thrown when an answer is none of the API, though its status says success.
 */
final class ContactHubUnreadableAnswerException extends DataRetrievalFailureException implements ContactHubFailure {

	private final FailedOperation failedOperation;

	ContactHubUnreadableAnswerException(FailedOperation operation) {
		super(operation.message());
		this.failedOperation = operation;
	}

	@Override
	public FailedOperation failedOperation() {
		return this.failedOperation;
	}

}

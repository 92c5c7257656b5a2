package io.contacthub.error;

import org.springframework.dao.DataAccessException;

/**
 * Translator by the reason of a failure, and by the status of an answer. What may be
 * repeated is transient, so that both are told by {@link Repeatability}.
 */
final class StatusErrorTranslator implements ApiErrorTranslator {

	@Override
	public DataAccessException translate(FailedOperation operation) {
		DataAccessException exception = switch (operation.reason()) {
			case ERROR_STATUS -> byStatus(operation);
			case UNREADABLE_ANSWER -> new ContactHubUnreadableAnswerException(operation);
			case TIMED_OUT -> new ContactHubTimeoutException(operation);
			case NOT_CONNECTED, CONNECTION_LOST -> new ContactHubUnavailableException(operation);
			case UNTRUSTED_SERVER -> new ContactHubServerException(operation);
		};
		if (operation.cause() != null && exception.getCause() != operation.cause()) {
			exception.initCause(operation.cause());
		}
		return exception;
	}

	private static DataAccessException byStatus(FailedOperation operation) {
		if (operation.repeatability() != Repeatability.NEVER) {
			return new ContactHubUnavailableException(operation);
		}
		ApiError error = operation.apiError();
		int status = (error != null) ? error.status() : 0;
		return switch (status) {
			case 400, 413, 422 -> new ContactHubInvalidDocumentException(operation);
			case 401, 403 -> new ContactHubPermissionDeniedException(operation);
			case 404, 410 -> (error != null && error.isFromContactHub()) ? new ContactHubNotFoundException(operation)
					: new ContactHubServerException(operation);
			case 409 -> new CustomerConflictException(operation);
			default -> (status >= 500 && status < 600) ? new ContactHubServerException(operation)
					: new ContactHubUnexpectedAnswerException(operation);
		};
	}

}

package io.contacthub.bulk;

import java.util.Set;

import io.contacthub.client.Delivery;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailedOperation;
import io.contacthub.error.FailureReason;
import io.contacthub.error.Repeatability;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;

/**
 * Verdict on an item that failed: what becomes of it, and of the others.
 */
enum BulkVerdict {

	/** It would be refused again. */
	REFUSED,

	/** It stays until ContactHub takes it, and all pause. */
	STAYS,

	/** It is sent again, a few times. */
	AGAIN,

	/** It is not sent again, though it may have been lost on its way only. */
	FAILED,

	/** It is sent again with the token that there is then. */
	TOKEN_REFUSED,

	/** All others would fail as well. */
	STOPS_ALL;

	/** What is not found by these can only be the node. */
	private static final Set<String> OF_NODE = Set.of("POST /customers", "GET /customers");

	/**
	 * Judge an item by its failure.
	 * @param failure what came of writing it
	 * @param delivery what happens to a POST that may have been carried out
	 * @return what becomes of it
	 */
	static BulkVerdict of(Throwable failure, Delivery delivery) {
		if (failure instanceof IllegalArgumentException) {
			return REFUSED;
		}
		if (!(failure instanceof DataAccessException exception)) {
			return STOPS_ALL;
		}
		return ContactHubFailure.in(failure)
			.map((contactHub) -> of(contactHub.failedOperation(), delivery))
			.orElseGet(() -> ofTranslated(exception));
	}

	private static BulkVerdict of(FailedOperation operation, Delivery delivery) {
		Repeatability repeatability = operation.repeatability();
		return switch (repeatability) {
			case ALWAYS -> STAYS;
			case IF_IDEMPOTENT ->
				(repeatability.permits(operation.method()) || delivery == Delivery.AT_LEAST_ONCE) ? AGAIN : FAILED;
			case NEVER -> ofFinal(operation);
		};
	}

	private static BulkVerdict ofFinal(FailedOperation operation) {
		ApiError error = operation.apiError();
		if (operation.reason() == FailureReason.UNTRUSTED_SERVER) {
			return STOPS_ALL;
		}
		if (operation.reason() != FailureReason.ERROR_STATUS || error == null) {
			return FAILED;
		}
		return switch (error.status()) {
			case 401 -> TOKEN_REFUSED;
			case 403, 405 -> STOPS_ALL;
			case 404, 410 ->
				(error.isFromContactHub() && !OF_NODE.contains(operation.operation())) ? REFUSED : STOPS_ALL;
			default -> ofStatus(error.status());
		};
	}

	private static BulkVerdict ofStatus(int status) {
		if (status >= 400 && status < 500) {
			return REFUSED;
		}
		return (status >= 300 && status < 400) ? STOPS_ALL : FAILED;
	}

	/**
	 * Judge what a translator of the application has made of a failure.
	 */
	private static BulkVerdict ofTranslated(DataAccessException failure) {
		if (failure instanceof PermissionDeniedDataAccessException) {
			return STOPS_ALL;
		}
		return (failure instanceof DataIntegrityViolationException
				|| failure instanceof IncorrectResultSizeDataAccessException) ? REFUSED : FAILED;
	}

}

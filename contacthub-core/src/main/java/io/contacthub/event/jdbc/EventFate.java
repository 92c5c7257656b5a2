package io.contacthub.event.jdbc;

import io.contacthub.client.IllegalDocumentException;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.FailureReason;
import io.contacthub.error.Repeatability;
import io.contacthub.event.IllegalEventException;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PermissionDeniedDataAccessException;

/**
 * Fate of an event that is kept until ContactHub has it: what becomes of it after an
 * attempt.
 */
enum EventFate {

	/** ContactHub has it. */
	SENT,

	/** It would be refused again. */
	REFUSED,

	/** It is sent again, later. */
	PUT_OFF,

	/**
	 * It is sent again, later, and the others would share its lot now, which is the fault
	 * of none of them.
	 */
	PUT_OFF_WITH_ALL,

	/** It was not sent at all, for lack of time. */
	UNTOUCHED;

	/**
	 * Judge an event by its failure. Only what is known to be the fault of the event has
	 * it refused: anything else may come from what gives the token or from an
	 * interceptor, and would empty the table.
	 * @param failure what came of sending it
	 * @return what becomes of it
	 */
	static EventFate of(Throwable failure) {
		if (failure instanceof IllegalEventException || failure instanceof IllegalDocumentException) {
			return REFUSED;
		}
		return ContactHubFailure.in(failure).map(EventFate::of).orElseGet(() -> ofTranslated(failure));
	}

	private static EventFate of(ContactHubFailure failure) {
		if (failure.repeatability() != Repeatability.NEVER) {
			return PUT_OFF;
		}
		if (failure.reason() == FailureReason.UNTRUSTED_SERVER) {
			return PUT_OFF_WITH_ALL;
		}
		ApiError error = failure.apiError();
		if (failure.reason() == FailureReason.UNREADABLE_ANSWER || error == null) {
			// it may have been ContactHub, which would have it twice, or somebody else,
			// where it would be lost: a case for people
			return REFUSED;
		}
		return ofStatus(error);
	}

	private static EventFate ofStatus(ApiError error) {
		int status = error.status();
		return switch (status) {
			case 401, 403, 405, 407 -> PUT_OFF_WITH_ALL;
			// what is not ContactHub has none of its resources
			case 404, 410 -> error.isFromContactHub() ? REFUSED : PUT_OFF_WITH_ALL;
			case 425 -> PUT_OFF;
			default -> (status < 400) ? PUT_OFF_WITH_ALL : (status < 500) ? REFUSED : PUT_OFF;
		};
	}

	/**
	 * Judge what a translator of the application has made of a failure, or what is none
	 * of ContactHub.
	 */
	private static EventFate ofTranslated(Throwable failure) {
		if (!(failure instanceof DataAccessException)) {
			return PUT_OFF;
		}
		if (failure instanceof PermissionDeniedDataAccessException) {
			return PUT_OFF_WITH_ALL;
		}
		// to read a token never ends with this one
		return (failure instanceof DataIntegrityViolationException) ? REFUSED : PUT_OFF;
	}

}

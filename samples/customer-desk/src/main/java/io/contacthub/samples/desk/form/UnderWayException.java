package io.contacthub.samples.desk.form;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * Exception thrown when a copy of a form has waited in vain for the first one, which may
 * still be carried out.
 */
final class UnderWayException extends QueryTimeoutException {

	UnderWayException(@Nullable Throwable cause) {
		super("The same form is under way", cause);
	}

}

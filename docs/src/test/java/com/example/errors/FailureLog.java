package com.example.errors;

import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;

/**
 * Log of failed calls.
 */
class FailureLog {

	private final Log log = LogFactory.getLog(FailureLog.class);

	// tag::say[]
	String say(DataAccessException exception) {
		// what is no failure of ContactHub stays as it is
		ContactHubFailure failure = ContactHubFailure.in(exception).orElseThrow(() -> exception);
		// POST /customers: ERROR_STATUS, attempts 1, carried out: NO, logref 5c0f…
		String line = failure.operation() + ": " + failure.reason() + ", attempts " + failure.attempts()
				+ ", carried out: " + failure.execution() + ", logref " + failure.logref();
		// at /base/contacts/email
		failure.errors().forEach((error) -> this.log.warn(line + " at " + error.path()));
		return line;
	}
	// end::say[]

}

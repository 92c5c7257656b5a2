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
		// POST /customers failed: ERROR_STATUS, status 400, errors: [at /base/firstName]
		String line = ContactHubFailure.summary(exception);
		this.log.warn(line + ", carried out: " + failure.execution());
		return line;
	}
	// end::say[]

}

package com.example.security;

import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Log that has nothing of what ContactHub has quoted.
 */
final class QuietLog {

	private static final Log logger = LogFactory.getLog(QuietLog.class);

	private QuietLog() {
	}

	static String summary(RuntimeException exception) {
		// tag::summary[]
		String summary = ContactHubFailure.summary(exception);
		// GET /customers/{id} failed: ERROR_STATUS, status 400, logref: 4711
		logger.warn(summary);
		// end::summary[]
		return summary;
	}

}

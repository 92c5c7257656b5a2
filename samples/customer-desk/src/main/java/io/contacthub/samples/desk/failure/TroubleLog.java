package io.contacthub.samples.desk.failure;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Log of the failures that pages tell. It gets no values of customers, which ContactHub
 * may have quoted.
 */
public final class TroubleLog {

	private static final Log logger = LogFactory.getLog(TroubleLog.class);

	private TroubleLog() {
	}

	/**
	 * Log a failure, which is done where it is told, and once.
	 * @param ex the failure
	 * @return what a page says of it
	 */
	public static Trouble note(RuntimeException ex) {
		Trouble trouble = Trouble.of(ex);
		switch (trouble.kind()) {
			case DESK -> logger.error("The desk failed", ex);
			case NOT_FOUND -> logger.debug(describe(trouble, ex));
			default -> logger.warn(describe(trouble, ex));
		}
		return trouble;
	}

	private static String describe(Trouble trouble, RuntimeException ex) {
		return "ContactHub failed, " + trouble.kind().words() + ": "
				+ ContactHubFailure.in(ex).map(TroubleLog::describe).orElse(ex.getClass().getSimpleName());
	}

	private static String describe(ContactHubFailure failure) {
		ApiError error = failure.apiError();
		return failure.operation() + ", attempts " + failure.attempts() + ", " + failure.reason()
				+ ((error != null) ? ", status " + error.status() + ", logref " + error.logref() : "");
	}

}

package io.contacthub.samples.desk.failure;

import java.time.Duration;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * What a page says of a failure: of what kind it is, and what support is to be told.
 *
 * @param kind the kind
 * @param logref the key under which ContactHub logged the failure
 * @param retryAfter how long ContactHub asks to wait
 * @param unclear whether something was added all the same is not known
 */
public record Trouble(TroubleKind kind, @Nullable String logref, @Nullable Duration retryAfter, boolean unclear) {

	private static final Log logger = LogFactory.getLog(Trouble.class);

	/**
	 * Find out what a failure is, and log it. The log gets no values of customers, which
	 * ContactHub may have quoted.
	 * @param ex the failure
	 * @return what a page says of it
	 */
	public static Trouble of(RuntimeException ex) {
		ContactHubFailure failure = ContactHubFailure.in(ex).orElse(null);
		TroubleKind kind = TroubleKind.of(ex, failure);
		if (kind == TroubleKind.DESK) {
			logger.error("The desk failed", ex);
		}
		else {
			logger.warn("ContactHub failed, " + kind.words() + ": " + describe(ex, failure));
		}
		if (failure == null) {
			return new Trouble(kind, null, null, false);
		}
		// what changes or deletes does no harm if it is done again
		boolean adds = failure.failedOperation().method() == HttpMethod.POST;
		return new Trouble(kind, failure.logref(), failure.retryAfter(),
				adds && failure.execution() == Execution.UNKNOWN);
	}

	private static String describe(RuntimeException ex, @Nullable ContactHubFailure failure) {
		if (failure == null) {
			return ex.getClass().getSimpleName();
		}
		ApiError error = failure.apiError();
		return failure.operation() + ", attempts " + failure.attempts() + ", " + failure.reason()
				+ ((error != null) ? ", status " + error.status() + ", logref " + error.logref() : "");
	}

	/**
	 * Return the whole seconds to wait, at least one.
	 * @return the seconds
	 */
	public long seconds() {
		return (this.retryAfter != null) ? Math.max(1, this.retryAfter.plusMillis(999).toSeconds()) : 1;
	}

	public boolean isTemporary() {
		return this.kind.isTemporary();
	}

}

package io.contacthub.samples.desk.failure;

import java.time.Duration;

import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;
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

	/**
	 * Find out what a failure is.
	 * @param ex the failure
	 * @return what a page says of it
	 */
	public static Trouble of(RuntimeException ex) {
		ContactHubFailure failure = ContactHubFailure.in(ex).orElse(null);
		TroubleKind kind = TroubleKind.of(ex, failure);
		if (failure == null) {
			return new Trouble(kind, null, null, false);
		}
		// what changes or deletes does no harm if it is done again
		boolean adds = failure.failedOperation().method() == HttpMethod.POST;
		return new Trouble(kind, failure.logref(), failure.retryAfter(),
				adds && failure.execution() == Execution.UNKNOWN);
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

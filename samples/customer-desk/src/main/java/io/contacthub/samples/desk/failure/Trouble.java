package io.contacthub.samples.desk.failure;

import java.time.Duration;

import io.contacthub.error.ContactHubFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of a failure: of what kind it is, and what support is to be told.
 *
 * @param kind the kind
 * @param logref the key under which ContactHub logged the failure
 * @param retryAfter how long ContactHub asks to wait
 * @param outcome whether something was done all the same
 */
public record Trouble(TroubleKind kind, @Nullable String logref, @Nullable Duration retryAfter, Outcome outcome) {

	/**
	 * Find out what a failure is.
	 * @param ex the failure
	 * @return what a page says of it
	 */
	public static Trouble of(RuntimeException ex) {
		ContactHubFailure failure = ContactHubFailure.in(ex).orElse(null);
		TroubleKind kind = TroubleKind.of(ex, failure);
		if (failure == null) {
			return new Trouble(kind, null, null, Outcome.NOTHING);
		}
		// nobody asks support for what was only mistyped or deleted
		String logref = (kind != TroubleKind.NOT_FOUND) ? failure.logref() : null;
		return new Trouble(kind, logref, failure.retryAfter(), Outcome.of(failure));
	}

	/**
	 * Return this with another outcome.
	 * @param outcome whether something was done all the same
	 * @return the copy
	 */
	public Trouble withOutcome(Outcome outcome) {
		return new Trouble(this.kind, this.logref, this.retryAfter, outcome);
	}

	/**
	 * Return whether doing it again may do harm, so that somebody is to look first.
	 * @return whether it may have been added, or is under way
	 */
	public boolean isUnclear() {
		return this.outcome == Outcome.PERHAPS_ADDED || isUnderWay();
	}

	/**
	 * Return whether the same was sent before and is not at its end.
	 * @return whether it is under way
	 */
	public boolean isUnderWay() {
		return this.outcome == Outcome.UNDER_WAY;
	}

	/**
	 * Return whether it may have been done, and can be done again without harm.
	 * @return whether it may have been changed
	 */
	public boolean isRepeatable() {
		return this.outcome == Outcome.PERHAPS_CHANGED;
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

package io.contacthub.bulk;

import java.util.List;
import java.util.regex.Pattern;

import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;
import io.contacthub.error.Execution;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one item.
 *
 * @param <T> the type of the item
 * @param position its place in the input, from 0
 * @param item the item as it was given
 * @param kind what has become of it
 * @param id the id of the customer or event, {@code null} when ContactHub gave none or
 * nothing was stored
 * @param failure why it was not stored, or may not have been; {@code null} when it was,
 * and when the run was stopped before it was begun
 */
public record BulkOutcome<T>(long position, T item, Kind kind, @Nullable String id,
		@Nullable RuntimeException failure) {

	private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

	/**
	 * Return whether something is to be done about it.
	 * @return whether it was refused, failed or not done
	 */
	public boolean isProblem() {
		return this.kind == Kind.REFUSED || this.kind == Kind.FAILED || this.kind == Kind.NOT_DONE;
	}

	/**
	 * Return why it is a problem, with what ContactHub says of single members.
	 * @return one line, {@code null} when it is none
	 */
	public @Nullable String reason() {
		if (this.failure == null) {
			return (this.kind == Kind.NOT_DONE) ? "the run was stopped before" : null;
		}
		String message = this.failure.getMessage();
		String line = (message != null) ? LINE_BREAKS.matcher(message).replaceAll(" ")
				: this.failure.getClass().getSimpleName();
		boolean carriedOut = ContactHubFailure.in(this.failure)
			.filter((failure) -> failure.execution() == Execution.YES)
			.isPresent();
		return carriedOut ? line + "; it was carried out" : line;
	}

	/**
	 * Return the single faults that ContactHub found.
	 * @return the faults with the paths of the members, empty when it named none
	 */
	public List<ApiError.Item> errors() {
		return ContactHubFailure.in(this.failure).map(ContactHubFailure::errors).orElse(List.of());
	}

	/**
	 * Return what may be logged: the place, what has become of it and the id, and of the
	 * failure its type only, since its message may quote what is personal.
	 */
	@Override
	public String toString() {
		return "BulkOutcome[position=" + this.position + ", kind=" + this.kind
				+ ((this.id != null) ? ", id=" + this.id : "")
				+ ((this.failure != null) ? ", failure=" + this.failure.getClass().getSimpleName() : "") + "]";
	}

	/**
	 * What has become of an item.
	 */
	public enum Kind {

		/**
		 * ContactHub took it as a new customer; where it is configured to merge, that may
		 * be one that it had.
		 */
		CREATED,

		/** A customer that was there was changed. */
		UPDATED,

		/** The customer is as it shall be; nothing was sent but what reads it. */
		UNCHANGED,

		/** ContactHub took the event and stores it later. */
		ACCEPTED,

		/** It was refused, by ContactHub or before it was sent, and would be again. */
		REFUSED,

		/**
		 * It failed, and may have been carried out: no answer came, or one that tells
		 * nothing of it, and it was not to be sent again, or not once more.
		 */
		FAILED,

		/**
		 * It was certainly not carried out, since the run was stopped before.
		 */
		NOT_DONE

	}

}

package io.contacthub.samples.migration;

import java.util.Optional;
import java.util.stream.Collectors;

import io.contacthub.bulk.BulkOutcome;
import io.contacthub.bulk.BulkStoppedException;
import io.contacthub.error.ApiError;
import io.contacthub.error.ContactHubFailure;

/**
 * What people are told of a failure of ContactHub: first what it means, then how it came.
 */
final class FailureReport {

	private FailureReport() {
	}

	/**
	 * Return what stops a command, in plain words.
	 */
	static String meaning(Throwable failure) {
		Optional<ContactHubFailure> cause = ContactHubFailure.in(failure);
		if (cause.isEmpty()) {
			return "ContactHub could not be asked.";
		}
		ApiError error = cause.get().apiError();
		return switch (cause.get().reason()) {
			case NOT_CONNECTED, TIMED_OUT, CONNECTION_LOST -> "ContactHub cannot be reached.";
			case UNTRUSTED_SERVER -> "Who answers cannot prove to be ContactHub: check CONTACTHUB_BASE_URL.";
			case UNREADABLE_ANSWER -> "ContactHub's answer cannot be read.";
			case ERROR_STATUS -> meaning((error != null) ? error.status() : 0);
		};
	}

	private static String meaning(int status) {
		return switch (status) {
			case 401 -> "ContactHub refuses the token (401): check CONTACTHUB_TOKEN.";
			case 403 -> "ContactHub does not permit this (403): check what the token of CONTACTHUB_TOKEN may do.";
			case 404 -> "ContactHub does not know the address (404): check CONTACTHUB_WORKSPACE_ID and "
					+ "CONTACTHUB_NODE_ID.";
			default -> (status >= 500) ? "ContactHub is out of order (" + status + ")."
					: "ContactHub refuses this (" + status + ").";
		};
	}

	/**
	 * Return how it came.
	 */
	static String details(Throwable failure) {
		return String.valueOf(((failure instanceof BulkStoppedException) ? failure.getCause() : failure).getMessage());
	}

	/**
	 * Return why a row is a problem, beginning with what to mend.
	 */
	static String reason(BulkOutcome<?> outcome) {
		String faults = outcome.errors().stream().map(FailureReport::fault).collect(Collectors.joining("; "));
		String message = ContactHubFailure.in(outcome.failure())
			.map(ContactHubFailure::apiError)
			.map(ApiError::message)
			.orElse("");
		String first = faults.isEmpty() ? message : faults;
		return first.isBlank() ? outcome.reason() : line(first) + " (" + outcome.reason() + ")";
	}

	private static String fault(ApiError.Item item) {
		return (item.path() != null) ? item.path().replaceFirst("^/", "").replace('/', '.') + ": " + item.message()
				: String.valueOf(item.message());
	}

	private static String line(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
	}

}
